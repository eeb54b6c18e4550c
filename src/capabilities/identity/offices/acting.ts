import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ActingRow, selectOwnSubstitutions } from './offices.queries.ts'

/** Where somebody stands in for another now, and will. */
export function ownSubstitutions(db: Database, accountId: string, now: Date): Promise<readonly ActingRow[]> {
  return selectOwnSubstitutions(db, accountId, todayIn(now))
}
