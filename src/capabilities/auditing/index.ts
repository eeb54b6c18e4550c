export { auditingCrontab, auditingTasks } from './auditing-jobs.ts'
/** What this capability offers on the pages of case files and documents. */
export { readersOfCaseAct, readersOfDocumentAct } from './readers/readers-acts.ts'
/** Writes what waits, every second. */
export { auditingRounds } from './rounds.ts'
export { auditingRoutes } from './routes.ts'
/** The seals over the trail: once a minute, and what they prove. */
export { sealTrail } from './sealing/seal-trail.ts'
export { trailRecords } from './sealing/sealed-records.queries.ts'
export { type TrailBreak, type TrailVerification, tellTrailBreak, verifyTrail } from './sealing/verify-trail.ts'
/** The trail of this process, told of every answer. */
export { trailOf } from './trail/trail.ts'
