import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { type CaseFile, receiveHolding } from '../cases/index.ts'
import { record } from '../history/index.ts'
import { markMovementReceived } from './routing.queries.ts'

/**
 * Receives the case file in the unit when the first person of it opens it (PRO-101, PRO-132): there is no refusal of
 * receipt. Called by the page that shows the case file; does nothing where it was received before.
 */
export async function receiveOnOpening(db: Database, actor: Actor, caseFile: CaseFile, now: Date): Promise<boolean> {
  const { holding } = caseFile
  if (!holding || holding.receivedAt) return false
  return inTransaction(db, async (trx) => {
    const first = await receiveHolding(trx, holding.id, actor.userId, now)
    if (!first) return false
    await Promise.all([
      markMovementReceived(trx, caseFile.id, actor.unitId, now),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event: { kind: 'case-received' } }]),
    ])
    return true
  })
}
