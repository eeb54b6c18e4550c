import { csvOfSheet } from './csv.ts'
import { odsOf } from './ods.ts'
import type { Sheet, SheetFormat } from './sheet.ts'
import { xlsxOf } from './xlsx.ts'

/** The table as a file of the format, with the headers under which a browser keeps it. */
export function writeSheet(
  sheet: Sheet,
  format: SheetFormat,
  fileName: string,
): { readonly body: Uint8Array | string; readonly headers: Readonly<Record<string, string>> } {
  return {
    body: writers[format](sheet),
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w-]/g, '-')}.${format}"`,
    },
  }
}

const writers = { csv: csvOfSheet, ods: odsOf, xlsx: xlsxOf }

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
