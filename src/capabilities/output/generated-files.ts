import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileStore, openFolderFileStore } from '../../platform/files/index.ts'
import type { Platform } from '../../platform/platform.ts'

type Place = Pick<Platform, 'config'>

const opened = new WeakMap<Place['config'], Promise<FileStore>>()

/**
 * Where made files live: copies of case files and PDFs of documents. Apart from what people filed, because these may be
 * deleted, and a deletion must never reach a document: whoever files a copy that was made here files it over there.
 */
export function generatedFiles({ config }: Place): Promise<FileStore> {
  const known = opened.get(config)
  if (known) return known
  const store = openFolderFileStore({ folder: generatedFolder({ config }) })
  opened.set(config, store)
  store.catch(() => opened.delete(config))
  return store
}

/** Deletes a made file that no row names any more. */
export async function removeGenerated(place: Place, sha256: string): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return
  // The store promises this shape of its folder.
  await rm(join(generatedFolder(place), sha256.slice(0, 2), sha256.slice(2, 4), sha256), { force: true })
}

/** The folder of made files; a backup may leave it out. */
export function generatedFolder({ config }: Place): string {
  return join(config.dataFolder, 'gerados')
}
