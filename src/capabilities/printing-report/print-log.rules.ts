/** One job of a printer, as a log tells it. */
export interface PrintedJob {
  readonly key: string
  readonly printedAt: Date
  readonly login: string
  readonly printer: string
  readonly pages: number
  readonly sheets: number
  /** The nº SEI in the title of what was printed; the title itself is forgotten. */
  readonly documentNumber: string | undefined
}

export type LogFormat = 'cups' | 'papercut' | 'generic'

export interface PrintLog {
  readonly format: LogFormat
  readonly jobs: readonly PrintedJob[]
  readonly bad: readonly { readonly line: number; readonly reason: string }[]
}

export const readerVersion = 1
export const mostLines = 200_000
const mostBad = 1_000
const mostPages = 100_000

interface Row {
  readonly id: string
  readonly printedAt: Date
  readonly login: string
  readonly printer: string
  readonly pages: number
  readonly copies: number
  readonly duplex: boolean
  readonly title: string
}

/**
 * Reads a log of CUPS, of PaperCut Print Logger or a plain table. Lines that say nothing of use are told by number; the
 * pages of one job that stand on several lines are summed. Undefined where the file is none of the three, or too long.
 */
export function readPrintLog(text: string): PrintLog | undefined {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  if (lines.length > mostLines) return undefined
  const reader = readerOf(lines)
  if (!reader) return undefined
  const jobs = new Map<string, PrintedJob>()
  const bad: { line: number; reason: string }[] = []
  for (const [index, line] of lines.entries()) {
    if (index < reader.first || line.trim() === '') continue
    const row = reader.read(line)
    const reason = typeof row === 'string' ? row : problemOf(row)
    if (typeof row === 'string' || reason) {
      if (bad.length < mostBad) bad.push({ line: index + 1, reason: reason ?? '' })
      continue
    }
    const job = jobOf(row)
    const before = jobs.get(job.key)
    const sum = before && { ...before, pages: before.pages + job.pages, sheets: before.sheets + job.sheets }
    jobs.set(job.key, sum ?? job)
  }
  return { format: reader.format, jobs: [...jobs.values()], bad }
}

function jobOf(row: Row): PrintedJob {
  const day = row.printedAt.toISOString().slice(0, 10)
  return {
    key: `${row.printer}|${row.id}|${day}|${row.login}`.slice(0, 300),
    printedAt: row.printedAt,
    login: row.login.toLowerCase(),
    printer: row.printer,
    pages: row.pages * row.copies,
    sheets: (row.duplex ? Math.ceil(row.pages / 2) : row.pages) * row.copies,
    documentNumber: /(?:^|[^\d])(\d{7,12})(?:[^\d]|$)/.exec(row.title)?.[1],
  }
}

function problemOf({ printedAt, login, printer, pages, copies }: Row): string | undefined {
  if (Number.isNaN(printedAt.getTime())) return 'a data não foi entendida'
  if (login === '' || login.length > 100) return 'falta o usuário, ou ele é longo demais'
  if (printer === '' || printer.length > 100) return 'falta a impressora, ou o nome dela é longo demais'
  if (!Number.isInteger(pages) || pages < 1 || pages > mostPages) return 'o número de páginas não foi entendido'
  if (!Number.isInteger(copies) || copies < 1 || copies > 1_000) return 'o número de cópias não foi entendido'
  return pages * copies > 1_000_000 ? 'o número de páginas não foi entendido' : undefined
}

interface Reader {
  readonly format: LogFormat
  /** Lines before it are headers. */
  readonly first: number
  read(line: string): Row | string
}

function readerOf(lines: readonly string[]): Reader | undefined {
  const header = lines.slice(0, 3).findIndex((line) => /^Time,User,Pages,Copies,Printer/.test(line))
  if (header >= 0) {
    const columns = cellsOf(lines[header] ?? '', ',')
    return { format: 'papercut', first: header + 1, read: (line) => readPapercut(columns, cellsOf(line, ',')) }
  }
  const columns = cellsOf(lines[0] ?? '', ';').map((name) => name.trim().toLowerCase())
  if (['data', 'usuario', 'impressora', 'paginas'].every((name) => columns.includes(name))) {
    return { format: 'generic', first: 1, read: (line) => readGeneric(columns, cellsOf(line, ';')) }
  }
  return lines.slice(0, 20).some((line) => cupsLine.test(line))
    ? { format: 'cups', first: 0, read: readCups }
    : undefined
}

const cupsLine =
  /^(\S+) (\S+) (\d+) \[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})\] (\S+) (\d+) (\S+) (\S+)(?: (.*))?$/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `printer user job [time] page copies billing host title media sides`; `total` stands for the page where one line tells all. */
function readCups(line: string): Row | string {
  const [, printer, login, id, day, month, year, time, zoneHours, zoneMinutes, page, count, , , rest = ''] =
    cupsLine.exec(line) ?? []
  if (!printer || !login || !id || !page) return 'a linha não é de um page_log do CUPS'
  const at = `${year}-${String(months.indexOf(month ?? '') + 1).padStart(2, '0')}-${day}T${time}${zoneHours}:${zoneMinutes}`
  const total = page === 'total'
  return {
    id,
    printedAt: new Date(at),
    login,
    printer,
    pages: total ? Number(count) : 1,
    copies: total ? 1 : Number(count),
    duplex: /\btwo-sided-/.test(rest),
    title: rest,
  }
}

function readPapercut(columns: readonly string[], cells: readonly string[]): Row | string {
  if (cells.length < 6) return 'faltam colunas'
  const cell = (name: string) => (cells[columns.indexOf(name)] ?? '').trim()
  return {
    id: `${cell('Time')} ${cell('Document Name')}`.slice(0, 120),
    printedAt: civil(cell('Time')),
    login: cell('User'),
    printer: cell('Printer'),
    pages: Number(cell('Pages')),
    copies: Number(cell('Copies')),
    duplex: cell('Duplex') === 'DUPLEX',
    title: cell('Document Name'),
  }
}

function readGeneric(columns: readonly string[], cells: readonly string[]): Row | string {
  if (cells.length < 4) return 'faltam colunas'
  const cell = (name: string) => (cells[columns.indexOf(name)] ?? '').trim()
  return {
    id: `${cell('data')} ${cell('documento')}`.slice(0, 120),
    printedAt: civil(cell('data')),
    login: cell('usuario'),
    printer: cell('impressora'),
    pages: Number(cell('paginas') || Number.NaN),
    copies: cell('copias') === '' ? 1 : Number(cell('copias')),
    duplex: /^sim$/i.test(cell('frente_verso')),
    title: cell('documento'),
  }
}

/** `2020-05-29 17:50:10` or `29/05/2020 17:50`, in the time of Brasília. */
function civil(text: string): Date {
  const [, day, month, year, rest = ''] = /^(\d{2})\/(\d{2})\/(\d{4})(.*)$/.exec(text) ?? []
  const [, date, time] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(year ? `${year}-${month}-${day}${rest}` : text) ?? []
  return date && time ? new Date(`${date}T${time}-03:00`) : new Date(Number.NaN)
}

/** Cells of a line; those in quotes may hold the separator and quotes written twice. */
function cellsOf(line: string, separator: ',' | ';'): string[] {
  const pattern = separator === ',' ? /("(?:[^"]|"")*"|[^,]*)(,|$)/g : /("(?:[^"]|"")*"|[^;]*)(;|$)/g
  const cells: string[] = []
  for (const [, cell = '', end] of line.matchAll(pattern)) {
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '') break
  }
  return cells
}
