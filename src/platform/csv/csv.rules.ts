/**
 * A table as CSV that Brazilian spreadsheets open with a double click: semicolons, CRLF, a byte order mark.
 *
 * A cell that a spreadsheet would take for a formula is given an apostrophe: a summary such as `=HYPERLINK(…)` must not
 * run on the desk of whoever opens the list.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

function cell(value: string): string {
  const plain = value.replace(/[^\P{Cc}\t\n\r]/gu, ' ')
  const safe = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(plain) ? `'${plain}` : plain
  return /[";\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
