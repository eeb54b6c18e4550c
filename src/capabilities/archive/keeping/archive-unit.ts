export { selectArchiveUnit as archiveUnitOf, upsertArchiveUnit as setArchiveUnit } from './keeping.queries.ts'
