/** What this capability offers on the pages of case files and documents. */
export { readersOfCaseAct, readersOfDocumentAct } from './readers/readers-acts.ts'
/** Writes what waits, every second. */
export { auditingRounds } from './rounds.ts'
export { auditingRoutes } from './routes.ts'
/** The trail of this process, told of every answer. */
export { trailOf } from './trail/trail.ts'
