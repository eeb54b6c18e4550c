/** What stands in a cell: a number is reckoned with, a text never is, and nothing is nothing. */
export type Cell = string | number | undefined

/** A table to be taken away: one line of headers, then the rows. */
export interface Sheet {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The formats in which a table may be taken away. */
export const sheetFormats = ['csv', 'ods', 'xlsx'] as const
export type SheetFormat = (typeof sheetFormats)[number]

/** A text without what XML and spreadsheets refuse, and no longer than a cell may be. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ' ')
    .slice(0, 32_000)
}

export function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return cleanText(text).replace(/[&<>"]/g, (sign) => names[sign] ?? sign)
}
