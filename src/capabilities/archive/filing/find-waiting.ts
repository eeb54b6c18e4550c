export { selectClassChoices as findClassChoices, selectWaiting as findWaiting } from './filing.queries.ts'
