import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { insertUnitName, lockUnit } from '../units/units.queries.ts'
import {
  closeSucceeded,
  insertSuccession,
  selectCurrentUnit,
  selectWithPredecessors,
  updateNames,
} from './succession.queries.ts'

/**
 * Records that units are succeeded by others (EST-090). From now on nothing is sent to the old ones and their people
 * only read there (EST-082); who may read what they held is asked of the succession at each reading. Done again, it
 * changes nothing. The first successor takes what comes for the old units (EST-096).
 */
export async function succeedUnits(
  db: Database,
  succession: { readonly from: readonly string[]; readonly to: readonly string[] },
  now: Date,
): Promise<void> {
  await insertSuccession(db, succession.from, succession.to, now)
  await closeSucceeded(db, succession.from, now)
}

/** Gives a unit another acronym and name from today on; what is older goes on showing the old ones (EST-004). */
export async function renameUnit(
  db: Database,
  unitId: string,
  names: { readonly acronym: string; readonly name: string },
  now: Date,
): Promise<Outcome<true, { readonly kind: 'acronym-taken' }>> {
  await lockUnit(db, unitId)
  if (!(await updateNames(db, unitId, names))) return refuse({ kind: 'acronym-taken' })
  await insertUnitName(db, unitId, names, todayIn(now))
  return done(true)
}

/** The unit that stands for this one today: itself, or the last of its successors (EST-096). */
export function currentUnitOf(db: Database, unitId: string): Promise<string> {
  return selectCurrentUnit(db, unitId)
}

/** The units and all that they succeed, for searches that include predecessors (EST-094). */
export function withPredecessors(db: Database, unitIds: readonly string[]): Promise<string[]> {
  return unitIds.length === 0 ? Promise.resolve([]) : selectWithPredecessors(db, unitIds)
}
