export { selectTypes as typesToChoose, selectVersion as findVersion, type VersionRow } from './guide.queries.ts'
