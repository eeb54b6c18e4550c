import type { Database } from '../../../platform/db/index.ts'
import { closeReadings, insertReadings } from './temporary-reading.queries.ts'

/**
 * Lets units read case files for a time, drafts included, without passing there: a meeting bundle was made available to
 * them (BLO-040, BLO-041). `source`: the bundle's id. In that transaction, with the case files `locked`.
 */
export async function beginReading(
  db: Database,
  reading: { readonly caseFileIds: readonly string[]; readonly unitIds: readonly string[]; readonly source: string },
  now: Date,
): Promise<void> {
  await insertReadings(db, { ...reading, reason: 'meeting-bundle' }, now)
}

/** Ends at once what `beginReading` began: for one unit that returned the bundle, or for all of them. */
export async function endReading(
  db: Database,
  reading: { readonly source: string; readonly unitId?: string | undefined },
  now: Date,
): Promise<void> {
  await closeReadings(db, { ...reading, reason: 'meeting-bundle' }, now)
}
