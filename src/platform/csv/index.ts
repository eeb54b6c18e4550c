export { csvOf } from './csv.rules.ts'
