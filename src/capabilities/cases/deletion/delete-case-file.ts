import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { markDeleted } from './deletion.queries.ts'

/**
 * Deletes a case file that is open only in the unit that made it and has no documents (PRO-210). From then on nobody
 * finds it; its number is not used again and its history stays.
 */
export async function deleteCaseFile(
  db: Database,
  actor: Actor,
  digits: string,
  now: Date,
): Promise<Outcome<true, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const { id, number } = caseFile
    const refusal = refused(refusalsToAct('delete', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const closing = { unitId: actor.unitId, closing: 'deleted' } as const
    await Promise.all([
      markDeleted(trx, id),
      changeHoldings(trx, { caseFileId: id, close: [closing], by: actor.userId, now, mayLeaveNoDesk: true }),
      record(trx, actor, now, [{ caseFileId: id, event: { kind: 'case-deleted', number } }]),
    ])
    return done(true)
  })
}
