import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListOf, type ListRequest, listOf } from '../administration/lists.ts'
import type { Reach } from '../administration/reach.ts'
import type { Unit } from './unit.ts'
import { selectUnit, selectUnits, type UnitRow } from './units.queries.ts'

/** One page of the register of units within reach. */
export async function listUnits(db: Database, reach: Reach, asked: ListRequest, now: Date): Promise<ListOf<UnitRow>> {
  return listOf(await selectUnits(db, reach, asked, todayIn(now)))
}

/** One unit; undefined where there is none, or it is out of reach. */
export function findUnit(db: Database, id: string, reach: Reach, now: Date): Promise<Unit | undefined> {
  return selectUnit(db, id, reach, todayIn(now))
}
