import { addDays, daysBetween, type LocalDate, weekdayOf } from './local-date.ts'

/**
 * A day on which the agency does not work. Every day in a list counts as closed, whatever its kind, so a list holds
 * only the optional days ('ponto facultativo') that the agency did adopt.
 */
export interface Holiday {
  readonly date: LocalDate
  readonly name: string
  readonly kind?: 'feriado' | 'ponto facultativo'
}

/** Why a day is not counted. */
export type NotCountedReason = 'sábado' | 'domingo' | `feriado: ${string}` | `ponto facultativo: ${string}`

/** One day of a count as told to people; `reason` is there exactly when the day was not counted. */
export interface CountedDay {
  readonly date: LocalDate
  readonly counted: boolean
  readonly reason?: NotCountedReason
}

/** Whether the agency works on the day: not Saturday, Sunday or one of the holidays. */
export function isWorkingDay(date: LocalDate, holidays: readonly Holiday[]): boolean {
  return reasonNotToCount(date, holidays) === undefined
}

/**
 * The last day of a period of n working days: the start day is excluded, the end day included (EST-071). With n = 0
 * it is the start day itself.
 */
export function addWorkingDays(start: LocalDate, n: number, holidays: readonly Holiday[]): LocalDate {
  if (!Number.isInteger(n) || n < 0 || n > mostWorkingDays) throw new RangeError(`Not a number of working days: ${n}`)
  let date = start
  for (let left = n; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, holidays)) left -= 1
  }
  return date
}

/**
 * The day itself where it is a working day, otherwise the next one. Only for deadlines in calendar days whose law says
 * that they are extended; a 'data certa' does not roll (EST-071).
 */
export function rollToWorkingDay(date: LocalDate, holidays: readonly Holiday[]): LocalDate {
  return isWorkingDay(date, holidays) ? date : rollToWorkingDay(addDays(date, 1), holidays)
}

/** Each day after `start` up to and including `end`, with the reason why it was not counted; none where end ≤ start. */
export function countDays(start: LocalDate, end: LocalDate, holidays: readonly Holiday[]): readonly CountedDay[] {
  const length = Math.max(0, daysBetween(start, end))
  return Array.from({ length }, (_, index) => {
    const date = addDays(start, index + 1)
    const reason = reasonNotToCount(date, holidays)
    return reason === undefined ? { date, counted: true } : { date, counted: false, reason }
  })
}

/** How many working days lie after `start` up to and including `end`. */
export function workingDaysBetween(start: LocalDate, end: LocalDate, holidays: readonly Holiday[]): number {
  return countDays(start, end, holidays).filter((day) => day.counted).length
}

/** Forty years: no deadline of an office is longer, and a mistyped one must not keep the server busy. */
const mostWorkingDays = 10_000

/** The weekend is told first: a holiday on a Sunday takes nothing from the period. */
function reasonNotToCount(date: LocalDate, holidays: readonly Holiday[]): NotCountedReason | undefined {
  const weekday = weekdayOf(date)
  if (weekday === 6) return 'sábado'
  if (weekday === 0) return 'domingo'
  const holiday = holidays.find((candidate) => candidate.date === date)
  return holiday && `${holiday.kind ?? 'feriado'}: ${holiday.name}`
}
