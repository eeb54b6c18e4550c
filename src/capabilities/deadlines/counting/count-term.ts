import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { holidaysOf } from '../../organization/index.ts'
import { lastDayBefore } from './count-back.rules.ts'
import { type DayCount, dayByDay, dueOf, horizonOf, type TermDay } from './count-days.rules.ts'

/** When something is due: a day that was given, or so many days counted from one. @term prazo */
export type Term = { readonly due: LocalDate } | DayCount

/** The day on which a term ends, by the calendar of the agency that must act (EST-072). */
export async function dueOfTerm(db: Database, agencyId: string, term: Term): Promise<LocalDate> {
  if ('due' in term) return term.due
  return dueOf(term, await holidaysToCount(db, agencyId, term))
}

/**
 * The last working days that leave so many working days each before a day, by the calendar of the agency that must act:
 * in the order of the numbers (FLX-063).
 */
export async function daysBefore(
  db: Database,
  agencyId: string,
  due: LocalDate,
  days: readonly number[],
): Promise<readonly LocalDate[]> {
  const holidays = await holidaysOf(db, agencyId, addDays(due, -(Math.max(0, ...days) * 3 + 60)), addDays(due, 30))
  return days.map((number) => lastDayBefore(due, number, holidays))
}

/** Every day of a count, told one by one. */
export async function daysOfCount(db: Database, agencyId: string, count: DayCount): Promise<readonly TermDay[]> {
  return dayByDay(count, await holidaysToCount(db, agencyId, count))
}

/** The holidays up to the end of the count, wherever they push it. */
async function holidaysToCount(db: Database, agencyId: string, count: DayCount, horizon = horizonOf(count)) {
  const holidays = await holidaysOf(db, agencyId, count.from, horizon)
  if (dueOf(count, holidays) <= horizon) return holidays
  return holidaysToCount(db, agencyId, count, addDays(horizon, 366))
}
