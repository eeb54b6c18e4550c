import { type Answer, bytes } from '../../../platform/http/index.ts'
import { type Sheet, type SheetFormat, sheetFormats, writeSheet } from '../../../platform/spreadsheet/index.ts'

/** The format in which the address asks for its table; undefined for the page. */
export function formatAsked(visit: { query(name: string): string }): SheetFormat | undefined {
  return sheetFormats.find((format) => format === visit.query('formato'))
}

/** The table as a file. */
export function answerSheet(sheet: Sheet, format: SheetFormat, fileName: string): Answer {
  const { body, headers } = writeSheet(sheet, format, fileName)
  return bytes(body, headers)
}
