import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListOf, type ListRequest, listOf, type Reach } from '../../organization/index.ts'
import { type GrantRow, selectGrants } from './grants.queries.ts'

/** One page of what was granted within reach. */
export async function listGrants(db: Database, reach: Reach, asked: ListRequest, now: Date): Promise<ListOf<GrantRow>> {
  return listOf(await selectGrants(db, reach, asked, todayIn(now)))
}
