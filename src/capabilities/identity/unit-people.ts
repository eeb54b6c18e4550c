import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { selectUnitPeople } from './identity.queries.ts'

/** Who works in the unit today: who has any permission in it. By name, at most 500. */
export function unitPeople(
  db: Database,
  unitId: string,
  now: Date,
): Promise<readonly { readonly id: string; readonly name: string; readonly login: string }[]> {
  return selectUnitPeople(db, unitId, todayIn(now))
}
