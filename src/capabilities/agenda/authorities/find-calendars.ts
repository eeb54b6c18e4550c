import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Absence, Calendar, OfficeOfUnit } from './calendar.ts'
import { selectAbsences, selectOffices } from './calendars.queries.ts'

/** The offices in use of the unit, those with an agenda first, with who answers on the day. */
export function listOffices(db: Database, actor: Actor, day: LocalDate): Promise<readonly OfficeOfUnit[]> {
  return selectOffices(db, actor, day)
}

/** The agendas that the unit keeps, with who answers on the day. */
export async function listCalendars(db: Database, actor: Actor, day: LocalDate): Promise<readonly Calendar[]> {
  const offices = await selectOffices(db, actor, day)
  return offices.flatMap(({ calendar, ...office }) => (calendar ? [{ ...office, ...calendar }] : []))
}

/** Who stands in for this office, and for whom its holder stands in, between days. */
export function listAbsences(
  db: Database,
  officeId: string,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly Absence[]> {
  return selectAbsences(db, officeId, days)
}
