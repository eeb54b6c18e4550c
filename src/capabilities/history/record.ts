import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { CaseEvent } from './case-event.ts'
import { insertEvents } from './history.queries.ts'

export interface EventToRecord {
  readonly caseFileId: string
  readonly documentId?: string
  /** `unit`: only the acting unit reads the sentence (AUD-006). */
  readonly scope?: 'case' | 'unit'
  readonly event: CaseEvent
}

/**
 * Writes what happened, in the transaction of the deed: no deed without its event, no event without its deed. Nothing
 * else writes to the history, and SQL forbids changing it.
 */
export async function record(db: Database, actor: Actor, now: Date, events: readonly EventToRecord[]): Promise<void> {
  if (events.length > 0) await insertEvents(db, actor, now, events)
}
