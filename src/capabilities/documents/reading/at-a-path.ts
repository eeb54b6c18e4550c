import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from '../../../platform/files/index.ts'

/** Programs of the machine want a path: the file is put in a folder of this work alone, for as long as it lasts. */
export async function atAPath<Value>(
  files: FileStore,
  sha256: string,
  read: (path: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-arquivo-'))
  try {
    const path = join(folder, 'file')
    const stream = await files.open(sha256)
    if (!stream) throw new Error(`stored file ${sha256} is missing`)
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }))
    return await read(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
