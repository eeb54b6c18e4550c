import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { refreshState } from '../state.queries.ts'
import { endSuspension, updateHoldingsSuspended, updateNewsOfWaiting } from './suspension.queries.ts'

/**
 * Ends a suspension: the case file is on the unit's desk again. Those that were suspended to wait for it stay suspended;
 * their units see that there is news (PRO-172).
 */
export async function resumeCaseFile(
  db: Database,
  actor: Actor,
  digits: string,
  now: Date,
): Promise<Outcome<true, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('resume', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    await Promise.all([
      endSuspension(trx, actor, caseFile.id, now),
      updateHoldingsSuspended(trx, caseFile.id, false),
      updateNewsOfWaiting(trx, actor, caseFile.id, now),
      refreshState(trx, caseFile.id),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event: { kind: 'case-resumed' } }]),
    ])
    return done(true)
  })
}
