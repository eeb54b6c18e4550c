import type { Platform } from '../../../platform/platform.ts'
import { deleteRemoval, isNamed, selectRemovals, updateRemoval } from './execution.queries.ts'

/** So long a file lies aside: longer than any upload that may have found it in its place lasts. */
const asideMs = 24 * 60 * 60_000

/**
 * Takes files of eliminated documents out of the store: first out of sight, if no row needs them; a day later for good, if
 * none does by then. In between one comes back whose content somebody was storing at that very moment: the store keeps the
 * same content once, so that person found it in its place. May be killed and run again at any point.
 */
export async function eraseFiles({ db, files, clock }: Pick<Platform, 'db' | 'files' | 'clock'>): Promise<void> {
  const now = clock()
  for (const sha256 of await selectRemovals(db, 'waiting', now, 1000)) {
    if (await isNamed(db, sha256)) {
      await deleteRemoval(db, sha256)
      continue
    }
    await files.setAside(sha256)
    await updateRemoval(db, sha256, now)
  }
  for (const sha256 of await selectRemovals(db, 'aside', new Date(now.getTime() - asideMs), 1000)) {
    if (await isNamed(db, sha256)) await files.bringBack(sha256)
    else await files.removeAside(sha256)
    await deleteRemoval(db, sha256)
  }
}
