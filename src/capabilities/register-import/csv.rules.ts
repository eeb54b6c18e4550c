/** A line of a file: where it begins, and its cells. */
export interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvProblem =
  | { readonly kind: 'not-text' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'open-quote'; readonly line: number }

/** The text of a file: UTF-8, with or without a mark at its beginning, otherwise Windows-1252. Undefined: it is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
  return text.includes('\0') ? undefined : text
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Reads a file whose cells are parted by semicolons, commas or tabs, whichever its first line has most of. A cell in
 * quotes holds separators, line breaks and doubled quotes. Lines without anything are left out.
 */
export function parseCsv(text: string): readonly CsvLine[] | CsvProblem {
  const separator = separatorOf(text)
  const lines: CsvLine[] = []
  let [line, began, cells, cell, quoted] = [1, 1, [] as string[], '', false]
  const endLine = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) lines.push({ line: began, cells: cells.map(withoutGuard) })
    ;[cells, cell] = [[], '']
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (quoted) {
      if (char === '\n') line += 1
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell.trim() === '') {
      ;[quoted, cell] = [true, '']
    } else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endLine()
      line += 1
      began = line
    } else if (char !== '\r') cell += char
  }
  if (quoted) return { kind: 'open-quote', line: began }
  endLine()
  return lines.length > 0 ? lines : { kind: 'empty' }
}

function separatorOf(text: string): string {
  const header = (/^(?:"[^"]*"|[^"\n])*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [';', ',', '\t'].map((sign) => ({ sign, count: header.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

/** A cell that a spreadsheet would take for a formula, as `writeCsv` wrote it. */
function withoutGuard(cell: string): string {
  return /^''?[=+\-@\t]/.test(cell) ? cell.slice(1) : cell
}

/**
 * A file that spreadsheets open: semicolons, UTF-8 with its mark. What a spreadsheet would work out as a formula is
 * written behind an apostrophe, so that it stays what somebody typed.
 */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.map(writeCell).join(';')).join('\r\n')}\r\n`
}

function writeCell(cell: string): string {
  const guarded = /^'?[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[;",\t\r\n']|^\s|\s$/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded
}
