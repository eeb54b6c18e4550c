export { workbenchRoutes } from './routes.tsx'
export { type EntryRefusal, writeEntry } from './write-entry.ts'
