/** The civil calendar: days as text in Brasília time, working days, and the national holidays. */
export { addDays, daysBetween, type LocalDate, localDate, parseLocalDate, todayIn, weekdayOf } from './local-date.ts'
export { nationalHolidays } from './national-holidays.ts'
export {
  addWorkingDays,
  type CountedDay,
  countDays,
  type Holiday,
  isWorkingDay,
  type NotCountedReason,
  rollToWorkingDay,
  workingDaysBetween,
} from './working-days.ts'
