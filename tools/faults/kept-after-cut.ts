// A process of its own, with mounts of its own: what the file store, the key of the log and its heads promise of a power cut.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { existingLogKey, logKeyOf } from '../../src/capabilities/history/log-key.ts'
import { readWitness, writeWitness } from '../../src/capabilities/history/witness.ts'
import { openFolderFileStore } from '../../src/platform/files/index.ts'
import { openForgetfulDisk } from './forgetful-disk.ts'

const folder = mkdtempSync(join(tmpdir(), 'carimbo-corte-'))
const disk = openForgetfulDisk(folder, 64)
const files = join(disk.path, 'arquivos')
const heads = join(disk.path, 'registro', 'cabecas.txt')
const place = { dataFolder: disk.path, logKeyFile: undefined }
const open = () => openFolderFileStore({ folder: files })
const cut = () => {
  disk.cutPower()
  disk.bringBack()
}
const found: Record<string, unknown> = {}
try {
  const sha256 = await put('conteúdo')
  cut()
  found.stored = await (await open()).verify(sha256)

  // Eliminated for good: the row that asked for it goes away with the answer, and nobody would ask again.
  await (await open()).setAside(sha256)
  cut()
  found.setAside = await (await open()).verify(sha256)
  await (await open()).bringBack(sha256)
  cut()
  found.broughtBack = await (await open()).verify(sha256)
  await (await open()).setAside(sha256)
  await (await open()).removeAside(sha256)
  cut()
  await (await open()).bringBack(sha256)
  found.removed = await (await open()).verify(sha256)

  const key = logKeyOf(place)
  cut()
  found.sameKey = existingLogKey(place)?.origin === key.origin

  writeWitness([heads], 'primeira cabeça')
  cut()
  writeWitness([heads], 'segunda cabeça')
  cut()
  found.heads = readWitness(heads)
} finally {
  disk.remove()
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(JSON.stringify(found))

async function put(words: string): Promise<string> {
  const store = await open()
  const stored = await store.put(pieces(words), { limitBytes: 1_000 })
  if (!stored.done) throw new Error('the file was not stored')
  return stored.value.sha256
}

async function* pieces(words: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(words)
}
