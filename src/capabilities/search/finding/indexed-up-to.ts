import type { Database } from '../../../platform/db/index.ts'
import { selectOldestPending } from '../indexing/indexing.queries.ts'

/** The moment up to which everything that happened is found (PES-006): since when the oldest change waits, or now. */
export async function indexedUpTo(db: Database, now: Date): Promise<Date> {
  return (await selectOldestPending(db)) ?? now
}
