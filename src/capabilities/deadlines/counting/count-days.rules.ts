import {
  addDays,
  addWorkingDays,
  countDays,
  type Holiday,
  type LocalDate,
  type NotCountedReason,
  rollToWorkingDay,
} from '../../../platform/calendar/index.ts'

/**
 * How days are counted; in each way the day of the beginning is left out and that of the end included (EST-071).
 *
 * - `working`: only working days (as in art. 219 of the Código de Processo Civil).
 * - `calendar-rolled`: days in a row, put off to the next working day where the last one is closed (art. 66 of Lei nº
 *   9.784/1999; art. 224, § 1º, of the Código de Processo Civil).
 * - `calendar`: days in a row, whatever the last one is.
 */
export type Counting = 'working' | 'calendar-rolled' | 'calendar'

/** So many days, counted from a day. @term prazo em dias */
export interface DayCount {
  readonly from: LocalDate
  /** 1 to 1000. */
  readonly days: number
  readonly counting: Counting
}

export const mostDays = 1000

/** One day after the first: its place in the count, or why it was not counted. */
export interface TermDay {
  readonly date: LocalDate
  /** Undefined: not counted. */
  readonly number: number | undefined
  /** Why it was not counted, or that the deadline was put off to it. */
  readonly reason: NotCountedReason | 'put off to here' | undefined
}

/** The day on which the count ends. */
export function dueOf({ from, days, counting }: DayCount, holidays: readonly Holiday[]): LocalDate {
  if (!Number.isInteger(days) || days < 1 || days > mostDays) throw new RangeError(`Not a number of days: ${days}`)
  if (counting === 'working') return addWorkingDays(from, days, holidays)
  const last = addDays(from, days)
  return counting === 'calendar' ? last : rollToWorkingDay(last, holidays)
}

/** Every day after the first, up to and including the one on which the count ends. */
export function dayByDay(count: DayCount, holidays: readonly Holiday[]): readonly TermDay[] {
  const due = dueOf(count, holidays)
  const days = countDays(count.from, due, holidays)
  if (count.counting === 'working') {
    let number = 0
    return days.map(({ date, counted, reason }) => ({ date, number: counted ? ++number : undefined, reason }))
  }
  return days.map(({ date, reason }, index) =>
    index < count.days
      ? { date, number: index + 1, reason: undefined }
      : { date, number: undefined, reason: date === due ? 'put off to here' : reason },
  )
}

/** How far holidays must be known to count so far, unless an unusual number of them pushes the end beyond it. */
export function horizonOf({ from, days }: DayCount): LocalDate {
  return addDays(from, days * 2 + 30)
}
