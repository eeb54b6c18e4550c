/** What the pages of imports read. */
export { type ImportRow, selectCounts, selectImport, selectImports, selectTellingRows } from './import.queries.ts'
