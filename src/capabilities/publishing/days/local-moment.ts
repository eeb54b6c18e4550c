import { type LocalDate, localDate } from '../../../platform/calendar/index.ts'

/** The day and the hour that clocks show somewhere: `2026-11-23`, `17:05`. Both compare correctly as text. */
export interface LocalMoment {
  readonly day: LocalDate
  readonly time: string
}

/** What the clocks of a time zone show at an instant: the day of a bulletin is that of its own place. */
export function localMoment(now: Date, timeZone: string): LocalMoment {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  )
  const of = (part: Intl.DateTimeFormatPartTypes) => parts.get(part) ?? ''
  return {
    day: localDate(`${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`),
    time: `${of('hour')}:${of('minute')}`,
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}
