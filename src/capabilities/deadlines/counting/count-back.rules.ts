import { addDays, type Holiday, isWorkingDay, type LocalDate } from '../../../platform/calendar/index.ts'
import { dueOf } from './count-days.rules.ts'

/**
 * The last working day that leaves so many working days before something is due: counted forward from it, by the same rule
 * as every other count, they end no later than that day.
 */
export function lastDayBefore(due: LocalDate, days: number, holidays: readonly Holiday[]): LocalDate {
  let day = addDays(due, -days)
  while (
    !isWorkingDay(day, holidays) ||
    (days > 0 && dueOf({ from: day, days, counting: 'working' }, holidays) > due)
  ) {
    day = addDays(day, -1)
  }
  return day
}
