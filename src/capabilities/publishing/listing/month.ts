import { addDays, type LocalDate, localDate, parseLocalDate } from '../../../platform/calendar/index.ts'

/** `2026-11` where such a month was asked for. */
export function readMonth(value: string): string | undefined {
  return value >= '1990' && value < '2200' && parseLocalDate(`${value}-01`) ? value : undefined
}

/** The first and the last day of a month. */
export function daysOfMonth(month: string): { readonly from: LocalDate; readonly until: LocalDate } {
  const from = localDate(`${month}-01`)
  const next = localDate(`${addDays(from, 31).slice(0, 7)}-01`)
  return { from, until: addDays(next, -1) }
}
