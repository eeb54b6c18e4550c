import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type SummaryRow, selectSummary } from './summary.queries.ts'

/** What the summary of a case file that has passed the gate shows besides the gate's own facts. */
export function readSummary(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<SummaryRow> {
  return selectSummary(db, actor, caseFileId, now)
}
