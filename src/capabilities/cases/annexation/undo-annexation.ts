import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile, findTwoCaseFiles } from '../find-case-file.ts'
import { changeHoldings } from '../holdings.ts'
import { refreshEffectiveLevel } from '../level/refresh-effective-level.ts'
import { refreshState } from '../state.queries.ts'
import { endAnnexation, selectOpenAnnexation } from './annexation.queries.ts'

/**
 * Undoes an annexation (PRO-192): the case file is on the desk of the unit that had annexed it again, to be received
 * there unless that is the actor's. The reason, of 1 to 500 characters, is told in both histories.
 */
export async function undoAnnexation(
  db: Database,
  actor: Actor,
  request: { readonly digits: string; readonly reason: string },
  now: Date,
): Promise<Outcome<true, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const { digits, reason } = request
    const before = await findCaseFile(trx, actor, { digits }, 'reading', now)
    const [caseFile] = await findTwoCaseFiles(trx, actor, digits, before?.annexedToDigits ?? '', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsOfAct('undo-annexation', factsToAct(caseFile, actor.unitId)))
    const annexation = await selectOpenAnnexation(trx, caseFile.id)
    if (refusal || !annexation) return refusal ?? { done: false, refusals: [{ kind: 'not-annexed' }] }
    const { unitId, principalId, principalNumber } = annexation
    const origin = unitId === caseFile.unitId ? 'generated' : 'received'
    const receivedBy = unitId === actor.unitId ? actor.userId : undefined
    await Promise.all([
      endAnnexation(trx, actor, annexation.id, reason, now),
      changeHoldings(trx, { caseFileId: caseFile.id, open: [{ unitId, origin, receivedBy }], by: actor.userId, now }),
      refreshState(trx, caseFile.id),
      record(trx, actor, now, [
        { caseFileId: caseFile.id, event: { kind: 'annexation-undone', other: principalNumber, reason } },
        { caseFileId: principalId, event: { kind: 'annexation-undone', other: caseFile.number, reason } },
      ]),
    ])
    await refreshEffectiveLevel(trx, actor, principalId, now)
    return done(true)
  })
}
