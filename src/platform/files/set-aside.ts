import { link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './file-store.ts'
import { placeOf } from './place-of-file.ts'

/**
 * Taking out of sight what was eliminated, and deleting it some time later. In between a file can come back: somebody may
 * have been storing the same content at that very moment, and found it there.
 */
export function asideOf(folder: string): Pick<FileStore, 'setAside' | 'bringBack' | 'removeAside'> {
  const asideFolder = join(folder, 'eliminados')
  const placesOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('no name of a stored file')
    return { place: placeOf(folder, sha256), aside: join(asideFolder, sha256) }
  }
  return {
    setAside: async (sha256) => {
      const { place, aside } = placesOf(sha256)
      await mkdir(asideFolder, { recursive: true, mode: 0o750 })
      return unlessMissing(rename(place.path, aside))
    },
    bringBack: async (sha256) => {
      const { place, aside } = placesOf(sha256)
      await mkdir(place.folders[1], { recursive: true, mode: 0o750 })
      // Stored again in the meantime, it is there already, and is never replaced.
      await unlessMissing(link(aside, place.path))
      await rm(aside, { force: true })
    },
    removeAside: async (sha256) => {
      await rm(placesOf(sha256).aside, { force: true })
    },
  }
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
