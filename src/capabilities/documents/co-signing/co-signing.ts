import type { Database } from '../../../platform/db/index.ts'
import { closeCoSigning, insertCoSigning } from './co-signing.queries.ts'

/**
 * Brings documents to units that sign along: until it ends they read them and the rest of the case file, edit while
 * nobody has signed, and sign; the unit that made them does not (BLO-023, DOC-075). `source`: the bundle's id. In that
 * transaction, with the case files `locked`. SQL refuses a document that another source has with others.
 */
export async function beginCoSigning(
  db: Database,
  signing: { readonly documentIds: readonly string[]; readonly unitIds: readonly string[]; readonly source: string },
  now: Date,
): Promise<void> {
  await insertCoSigning(db, signing, now)
}

/** Ends at once what `beginCoSigning` began: for one unit that returned the bundle, or for all of them. */
export async function endCoSigning(
  db: Database,
  signing: { readonly source: string; readonly unitId?: string | undefined },
  now: Date,
): Promise<void> {
  await closeCoSigning(db, signing, now)
}
