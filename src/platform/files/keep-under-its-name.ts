import { createReadStream } from 'node:fs'
import { link, mkdir, rename, utimes } from 'node:fs/promises'
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
  await takeItsPlace(temporaryPath, path, sha256)
  failpoint('upload.named')
  // Another process may have made these folders a moment ago and not have reached its own sync: all three, always.
  for (const one of [inner, outer, folder]) await syncFolder(one)
}

/** Somebody may be taking the earlier one away at this very moment: the time on it tells them that it is wanted again. */
async function takeItsPlace(temporaryPath: string, path: string, sha256: string): Promise<void> {
  for (;;) {
    if ((await linkUnlessThere(temporaryPath, path)) === 'linked') return
    try {
      const now = new Date()
      await utimes(path, now, now).catch(onlyIfRefused)
      // A worn-out disk spoiled the copy we have; the promise is that this name gives this content, and here it is again.
      if (await isDamaged(path, sha256)) await rename(temporaryPath, path)
      return
    } catch (error) {
      // It was taken away in between, and there is room for ours.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

/** Where a file that nobody may write to takes no time either, it comes back from aside by its row, a day later. */
function onlyIfRefused(error: unknown): void {
  if (!['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
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
