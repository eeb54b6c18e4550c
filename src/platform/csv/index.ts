export { csvOf } from './csv.rules.ts'
export { parseCsv, textOfBytes } from './parse-csv.ts'
