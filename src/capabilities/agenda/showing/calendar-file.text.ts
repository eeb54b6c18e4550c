import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'

/** An entry of a calendar file. Times are instants; texts are plain. */
export interface CalendarEntry {
  /** The same for ever: programs find the entry by it again. */
  readonly uid: string
  /** Grows with each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number
  readonly from: Date
  readonly to: Date
  /** Of what is of a whole day, as a deadline is: the day, and neither hour counts. */
  readonly onDay?: LocalDate
  readonly changedAt: Date
  readonly summary: string
  readonly place: string
  readonly description: string
  readonly isCancelled: boolean
}

/** Entries as iCalendar (RFC 5545), for any calendar program. */
export function calendarFileOf(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Carimbo//Agenda//PT-BR', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `X-WR-CALNAME:${text(name)}`,
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function entryLines(entry: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${instant(entry.changedAt)}`,
    `LAST-MODIFIED:${instant(entry.changedAt)}`,
    ...(entry.onDay ? wholeDay(entry.onDay) : [`DTSTART:${instant(entry.from)}`, `DTEND:${instant(entry.to)}`]),
    `SUMMARY:${text(entry.summary)}`,
    ...(entry.place ? [`LOCATION:${text(entry.place)}`] : []),
    ...(entry.description ? [`DESCRIPTION:${text(entry.description)}`] : []),
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

/** The end is the day after: it is not part of it (RFC 5545, 3.6.1). */
function wholeDay(day: LocalDate): string[] {
  const plain = (one: LocalDate) => one.replaceAll('-', '')
  return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`, 'TRANSP:TRANSPARENT']
}

function instant(at: Date): string {
  return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
}

function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** At most 75 octets a line, cut between characters; the next line begins with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > 75) {
      parts.push(part)
      part = ''
      size = 1
    }
    part += character
    size += octets
  }
  return [...parts, part].join('\r\n ')
}
