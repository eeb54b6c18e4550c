import type { Actor } from '../../../platform/actor.ts'
import { addDays, localDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { type ReopeningRow, selectReopenings } from '../reopening/reopening.queries.ts'
import {
  type ReturnDay,
  type ReturnRow,
  selectAskedReturn,
  selectReturnDays,
  selectReturns,
  selectReturnYears,
} from './returns.queries.ts'
import type { ReturnsFilter } from './returns-filter.ts'

export interface ReturnsList {
  readonly toReturn: readonly ReturnRow[]
  readonly awaited: readonly ReturnRow[]
  readonly reopenings: readonly ReopeningRow[]
  readonly years: readonly number[]
  readonly days: readonly ReturnDay[]
}

/** Everything that the unit must send back, waits for, or will reopen (PRO-155). */
export async function listReturns(db: Database, actor: Actor, filter: ReturnsFilter, now: Date): Promise<ReturnsList> {
  const first = localDate(`${filter.month}-01`)
  const [toReturn, awaited, reopenings, years, days] = await Promise.all([
    selectReturns(db, actor, 'to-return', filter, todayIn(now)),
    selectReturns(db, actor, 'awaited', filter, todayIn(now)),
    selectReopenings(db, actor),
    selectReturnYears(db, actor.unitId),
    selectReturnDays(db, actor, first, addDays(first, 30), todayIn(now)),
  ])
  return { toReturn, awaited, reopenings, years, days: days.filter(({ day }) => day.startsWith(filter.month)) }
}

/** A return that the actor's unit asked for, in a case file that passes the gate. */
export async function findAskedReturn(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ReturnRow | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const row = await selectAskedReturn(db, actor, id)
  const caseFile = row && (await findCaseFile(db, actor, { id: row.caseFileId }, 'reading', now))
  return caseFile && row
}
