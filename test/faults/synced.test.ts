import { createHash } from 'node:crypto'
import fs, { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logKeyOf } from '../../src/capabilities/history/log-key.ts'
import { writeWitness } from '../../src/capabilities/history/witness.ts'
import { openFolderFileStore } from '../../src/platform/files/index.ts'

/**
 * Which file or folder was brought to the disk, in their order: what no journal of one file system does by chance, and
 * what can be seen without the right to cut a power.
 */
const synced: string[] = []
const { fsyncSync } = fs
let handles: { sync: FileHandle['sync'] }
let sync: FileHandle['sync']
let folder: string

const canSee = process.platform === 'linux'
const why = canSee ? '' : ' (left out here: only Linux tells the name of what is open)'
const note = (fd: number) => {
  synced.push(relative(folder, readlinkSync(`/proc/self/fd/${fd}`)) || '.')
}

describe.skipIf(!canSee)(`what is promised to outlive a power cut is brought to the disk${why}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carimbo-gravado-'))
    const handle = await open(process.execPath)
    handles = Object.getPrototypeOf(handle) as typeof handles
    await handle.close()
    sync = handles.sync
    handles.sync = async function (this: FileHandle) {
      note(this.fd)
      await sync.call(this)
    }
    fs.fsyncSync = (fd) => {
      note(fd)
      fsyncSync(fd)
    }
    syncBuiltinESMExports()
  })
  afterAll(() => {
    handles.sync = sync
    fs.fsyncSync = fsyncSync
    syncBuiltinESMExports()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => void synced.splice(0))

  const words = 'conteúdo'
  const sha256 = createHash('sha256').update(words).digest('hex')
  const [outer, inner] = [sha256.slice(0, 2), `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}`]
  const store = () => openFolderFileStore({ folder })
  async function* pieces() {
    yield Buffer.from(words)
  }

  it('a stored file: its bytes before its name, and every folder on the way to it', async () => {
    const files = await store()
    synced.splice(0)
    await files.put(pieces(), { limitBytes: 1_000 })
    expect(synced).toEqual([expect.stringMatching(/^temporary\/.*\.part$/), inner, outer, '.'])
  })

  it('a file set aside, brought back and removed: the folder that it leaves and the one that it comes to', async () => {
    const files = await store()
    synced.splice(0)
    await files.setAside(sha256)
    expect(synced.splice(0).sort()).toEqual(['.', inner, 'eliminados'].sort())
    await files.bringBack(sha256)
    expect(synced.splice(0).sort()).toEqual(['.', inner, outer, 'eliminados'].sort())
    await files.setAside(sha256)
    synced.splice(0)
    await files.removeAside(sha256)
    expect(synced).toEqual(['eliminados'])
  })

  it('the key of the log: its bytes under another name, then its name and its folder’s', () => {
    logKeyOf({ dataFolder: folder, logKeyFile: undefined })
    expect(synced).toEqual([expect.stringMatching(/^chaves\/registro\.pem\.\d+$/), 'chaves', '.'])
  })

  it('each head of the log, and with the first one the name of its file', () => {
    const heads = join(folder, 'registro', 'cabecas.txt')
    writeWitness([heads], 'primeira cabeça')
    expect(synced.splice(0)).toEqual(['registro/cabecas.txt', 'registro', '.'])
    writeWitness([heads], 'segunda cabeça')
    expect(synced).toEqual(['registro/cabecas.txt'])
  })
})
