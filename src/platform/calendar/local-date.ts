declare const localDateBrand: unique symbol

/** A day of the civil calendar in Brasília time, 'YYYY-MM-DD'. Compares correctly as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** The day itself where the text is a real day ('2026-02-30' is not), otherwise undefined. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const instant = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || toText(instant) !== text ? undefined : (text as LocalDate)
}

/** A day known to be real, such as one written in the program or read from a date column. Throws otherwise: a bug. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (!date) throw new RangeError(`Not a day of the calendar: ${text}`)
  return date
}

/** The day it is in Brasília at an instant: at 02:00 UTC of the 10th it still is the 9th there. */
export function todayIn(now: Date): LocalDate {
  const parts = new Map(inBrasilia.formatToParts(now).map(({ type, value }) => [type, value]))
  return localDate(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`)
}

/** The day that many days later, or earlier where the number is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`)
  return localDate(toText(new Date(epochDay(date) * millisecondsPerDay + days * millisecondsPerDay)))
}

/** How many days later `end` is than `start`; negative where it is earlier. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return epochDay(end) - epochDay(start)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday; the double remainder keeps days before it positive.
  return (((epochDay(date) + 4) % 7) + 7) % 7
}

const millisecondsPerDay = 86_400_000

const inBrasilia = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Sao_Paulo',
  calendar: 'iso8601',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Days are counted in UTC, which has no summer time, so that no day is ever 23 or 25 hours long. */
function epochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay
}

function toText(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
