import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { findCaseFile } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { endReopening } from './reopening.queries.ts'

/**
 * Cancels the reopening that the actor's unit scheduled for a case file, before its day. Answers the day; undefined where
 * nothing is scheduled, or there is no such case file for this actor.
 */
export async function cancelReopening(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<string | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const on = await endReopening(trx, actor, caseFile.id, 'cancelled', now)
    if (!on) return undefined
    await record(trx, actor, now, [
      { caseFileId: caseFile.id, scope: 'unit', event: { kind: 'reopening-cancelled', on } },
    ])
    return on
  })
}
