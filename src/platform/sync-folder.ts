import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes the names in a folder outlive a power cut: a file that is on the disk under a name that is not is a lost file.
 * Windows cannot open a folder as a file; its file system keeps names in its own journal.
 */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The same, for what has to be on the disk before the next line runs. */
export function syncFolderNow(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** A new file's name and that of its folder, which may be new as well; a folder above that we may not read is not ours. */
export function syncNamesNow(file: string): void {
  syncFolderNow(dirname(file))
  try {
    syncFolderNow(dirname(dirname(file)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
  }
}
