/** Tables as files that spreadsheets open: CSV, OpenDocument and Office Open XML. No text of a cell is ever a formula. */
export { type Cell, type Sheet, type SheetFormat, sheetFormats } from './sheet.ts'
export { writeSheet } from './write-sheet.ts'
