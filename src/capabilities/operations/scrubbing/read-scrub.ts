import type { Database } from '../../../platform/db/index.ts'
import { type LastScrub, selectLastScrub } from './scrub.queries.ts'

/** How the last night of reading everything again went, and what is damaged. */
export function readScrub(db: Database, now: Date): Promise<LastScrub> {
  return selectLastScrub(db, now)
}
