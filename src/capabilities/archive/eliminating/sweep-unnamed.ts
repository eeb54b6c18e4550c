import type { Platform } from '../../../platform/platform.ts'
import { deleteRemoval, insertAside, isNamed, selectUnnamed } from './execution.queries.ts'

/** No upload lasts as long, nor an act between its file and its row: ten minutes are the most a request may take. */
const settledMs = 24 * 60 * 60_000

/**
 * Takes away contents whose act died between the file and the row, so that no row names them. The same content may be stored
 * again at any moment, and then finds the old one in its place: it is taken out of sight first, and comes back at once where
 * somebody stored it meanwhile or a row names it by now. What nobody wanted for another day is removed by `eraseFiles`.
 * Answers how many were taken. May be killed and run again at any point.
 */
export async function sweepUnnamed(
  { db, files, clock }: Pick<Platform, 'db' | 'files' | 'clock'>,
  prefixes: readonly string[],
): Promise<number> {
  const before = new Date(clock().getTime() - settledMs)
  let taken = 0
  for (const prefix of prefixes) {
    const old = await files.names(prefix, before)
    for (let from = 0; from < old.length; from += 500) {
      for (const sha256 of await selectUnnamed(db, old.slice(from, from + 500))) {
        // Its row comes first: should this die after the next step, `eraseFiles` looks at it again a day later.
        if (!(await insertAside(db, sha256, clock()))) continue
        const isAside = await files.setAsideIfStoredBefore(sha256, before)
        if (isAside && !(await isNamed(db, sha256))) {
          taken += 1
          continue
        }
        if (isAside) await files.bringBack(sha256)
        await deleteRemoval(db, sha256)
      }
    }
  }
  return taken
}
