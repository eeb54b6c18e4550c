// Loaded into the program by the proof of a failing disk, and only then: what is written below the files of documents
// fails as the word in a file says: `write`, `sync` (of a file), `folders` (sync of their names), or nothing.
import { readFileSync, readlinkSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

const order = process.env.CARIMBO_FALTAS_EIO ?? ''
const handle = await open(process.execPath)
const handles = Object.getPrototypeOf(handle) as Record<'write' | 'sync', (...given: unknown[]) => Promise<unknown>>
await handle.close()

for (const call of ['write', 'sync'] as const) {
  const whole = handles[call]
  handles[call] = async function (this: FileHandle, ...given: unknown[]) {
    if (await fails(this, call)) throw Object.assign(new Error(`EIO: i/o error, ${call}`), { code: 'EIO', errno: -5 })
    return whole.apply(this, given)
  }
}

async function fails(file: FileHandle, call: 'write' | 'sync'): Promise<boolean> {
  if (!readlinkSync(`/proc/self/fd/${file.fd}`).includes('/arquivos')) return false
  const isFolder = (await file.stat()).isDirectory()
  return readFileSync(order, 'utf8') === (isFolder ? 'folders' : call)
}
