import { addDays, type LocalDate, weekdayOf } from '../../../platform/calendar/index.ts'

/** The Monday of the week in which the day lies: a week ends on Sunday. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}
