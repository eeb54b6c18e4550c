import { link, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../sync-folder.ts'
import type { FileStore } from './file-store.ts'
import { placeOf } from './place-of-file.ts'

/**
 * Taking out of sight what was eliminated, and deleting it some time later. In between a file can come back: somebody may
 * have been storing the same content at that very moment, and found it there. Each step is on the disk when it ends: the row that
 * asked for it goes away then, and what a power cut brought back would stay for good.
 */
export function asideOf(
  folder: string,
): Pick<FileStore, 'setAside' | 'setAsideIfStoredBefore' | 'bringBack' | 'removeAside'> {
  const asideFolder = join(folder, 'eliminados')
  const placesOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no name of a stored file')
    return { place: placeOf(folder, sha256), aside: join(asideFolder, sha256) }
  }
  const store = {
    setAside: async (sha256: string) => {
      const { place, aside } = placesOf(sha256)
      await mkdir(asideFolder, { recursive: true, mode: 0o750 })
      const moved = await unlessMissing(moveAside(place.path, aside))
      // Also where there was nothing to move: an earlier attempt may have died before its own sync.
      for (const one of [asideFolder, folder]) await syncFolder(one)
      await syncFolder(place.folders[1]).catch(onlyIfMissing)
      return moved
    },
    bringBack: async (sha256: string) => {
      const { place, aside } = placesOf(sha256)
      await mkdir(place.folders[1], { recursive: true, mode: 0o750 })
      // Stored again in the meantime, it is there already, and is never replaced.
      await unlessMissing(link(aside, place.path))
      for (const one of [...place.folders].reverse()) await syncFolder(one)
      await syncFolder(folder)
      await rm(aside, { force: true })
      await syncFolder(asideFolder).catch(onlyIfMissing)
    },
    removeAside: async (sha256: string) => {
      await rm(placesOf(sha256).aside, { force: true })
      await syncFolder(asideFolder).catch(onlyIfMissing)
    },
  }
  return {
    ...store,
    setAsideIfStoredBefore: async (sha256, moment) => {
      if (!(await store.setAside(sha256))) return false
      // Out of its place nobody finds it any more: whoever did has left the time on it before, and this look sees it.
      const { mtime } = await stat(placesOf(sha256).aside)
      if (mtime < moment) return true
      await store.bringBack(sha256)
      return false
    },
  }
}

/** A file that was brought back and died before it left its place aside has both names, and renaming would do nothing. */
async function moveAside(from: string, aside: string): Promise<void> {
  const [kept, earlier] = await Promise.all([stat(from), stat(aside).catch(onlyIfMissing)])
  if (earlier && earlier.dev === kept.dev && earlier.ino === kept.ino) await rm(from)
  else await rename(from, aside)
}

function onlyIfMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

async function unlessMissing(change: Promise<void>): Promise<boolean> {
  try {
    await change
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'EEXIST') return false
    throw error
  }
}
