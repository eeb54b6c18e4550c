import { createReadStream } from 'node:fs'
import { link, mkdir, rename } from 'node:fs/promises'
import { failpoint } from '../failpoints/index.ts'
import { syncFolder } from '../sync-folder.ts'
import { hashOf } from './content-check.ts'
import { placeOf } from './place-of-file.ts'
import type { ReceivedFile } from './receive-file.ts'

/**
 * Gives a received file its lasting name. The link fails when the name exists, so of two people storing the same content
 * at once one creates the file and the other finds it; either way the names are on the disk before this ends.
 */
export async function keepUnderItsName(folder: string, { sha256, temporaryPath }: ReceivedFile): Promise<void> {
  const { folders, path } = placeOf(folder, sha256)
  const [outer, inner] = folders
  await mkdir(inner, { recursive: true, mode: 0o750 })
  if ((await linkUnlessThere(temporaryPath, path)) === 'there' && (await isDamaged(path, sha256))) {
    // A worn-out disk spoiled the copy we have; the promise is that this name gives this content, and here it is again.
    await rename(temporaryPath, path)
  }
  failpoint('upload.named')
  // Another process may have made these folders a moment ago and not have reached its own sync: all three, always.
  for (const one of [inner, outer, folder]) await syncFolder(one)
}

async function linkUnlessThere(from: string, to: string): Promise<'linked' | 'there'> {
  try {
    await link(from, to)
    return 'linked'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return 'there'
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    // File systems without hard links: replacing the same content by itself is just as good.
    await rename(from, to)
    return 'linked'
  }
}

async function isDamaged(path: string, sha256: string): Promise<boolean> {
  return (await hashOf(createReadStream(path))) !== sha256
}
