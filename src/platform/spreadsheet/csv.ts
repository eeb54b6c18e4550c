import { cleanText, type Sheet } from './sheet.ts'

/**
 * CSV that Brazilian spreadsheets open with a double click: semicolons, decimal comma, CRLF, a byte order mark. A text
 * that a spreadsheet would take for a formula is given an apostrophe.
 */
export function csvOfSheet({ columns, rows }: Sheet): string {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(';'))
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`
}

function cellOf(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const plain = cleanText(value)
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(plain) ? `'${plain}` : plain
  return /[";\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
