const timeZone = 'America/Sao_Paulo'
const dayParts = new Intl.DateTimeFormat('pt-BR', { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' })
const longDay = new Intl.DateTimeFormat('pt-BR', { timeZone, day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat('pt-BR', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
// Telling a moment takes long, and lists tell the same ones again and again: the words of a minute never change.
const days = new Map<number, string>()
const times = new Map<number, string>()
const mostRemembered = 5_000
const whole = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 1 })

/** A moment, or a calendar day written `YYYY-MM-DD`, which belongs to no time zone. */
export type DateLike = Date | string

/** `21/11/2025`, in the time of Brasília; a calendar day stays the day that it names. */
export function formatDate(value: DateLike): string {
  return remembered(days, dayParts, asMoment(value))
}

/** `21 de novembro de 2025`; the first of a month is `1º de novembro de 2025`. */
export function formatLongDate(value: DateLike): string {
  return longDay.format(asMoment(value)).replace(/^1 de/, '1º de')
}

/** `10:42`, in the time of Brasília. */
export function formatTime(value: Date): string {
  return remembered(times, clock, value)
}

/** `21/11/2025 às 10:42`, in the time of Brasília. */
export function formatDateTime(value: Date): string {
  return `${formatDate(value)} às ${formatTime(value)}`
}

/** The moment as people say it beside the present: `hoje às 10:42`, `ontem às 18:03`, `21/11/2025`. */
export function formatRecent(value: Date, now: Date): string {
  const day = formatDate(value)
  if (day === formatDate(now)) return `hoje às ${formatTime(value)}`
  if (day === formatDate(dayBefore(now))) return `ontem às ${formatTime(value)}`
  return day
}

/** `512 bytes`, `12,5 KB`, `1,4 MB`; one unit is 1024 of the one below, as people's folders show it. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1024) return sizeBytes === 1 ? '1 byte' : `${whole.format(sizeBytes)} bytes`
  const units = ['KB', 'MB', 'GB', 'TB']
  let size = sizeBytes / 1024
  let unit = 0
  // Half a tenth below the next unit would be written "1.024 KB".
  while (size >= 1023.95 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${tenths.format(size)} ${units[unit]}`
}

/** `1.234`, or with words `1 documento`, `1.234 documentos`, and `nenhum documento` if `none` says so. */
export function formatCount(count: number, one?: string, many?: string, none?: string): string {
  const figure = Number.isInteger(count) && count >= 0 && count < 1000 ? String(count) : whole.format(count)
  if (one === undefined || many === undefined) return figure
  if (count === 0 && none !== undefined) return none
  return `${figure} ${count === 1 ? one : many}`
}

/** The machine-readable twin of what `formatDate` shows, for `<time datetime>` and date fields: `YYYY-MM-DD`. */
export function isoDay(value: DateLike): string {
  return formatDate(value).split('/').reverse().join('-')
}

// Noon in Brasília: no clock change, past or future, can push it into a neighbouring day.
function asMoment(value: DateLike): Date {
  return typeof value === 'string' ? new Date(`${value.slice(0, 10)}T12:00:00-03:00`) : value
}

function remembered(words: Map<number, string>, format: Intl.DateTimeFormat, value: Date): string {
  const minute = Math.floor(value.getTime() / 60_000)
  // Before 1914 clocks went by the sun, and minutes began at other seconds.
  if (!(minute > 0)) return format.format(value)
  let known = words.get(minute)
  if (known === undefined) {
    if (words.size >= mostRemembered) words.clear()
    known = format.format(value)
    words.set(minute, known)
  }
  return known
}

function dayBefore(now: Date): Date {
  return new Date(asMoment(isoDay(now)).getTime() - 24 * 3_600_000)
}
