import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseRefusal, changeHoldings, factsToAct, findCaseFile, refusalsToAct } from '../cases/index.ts'
import { record } from '../history/index.ts'

/**
 * Opens the case file again in the actor's unit, given to who reopens (PRO-142, PRO-162). Any unit where it passed may,
 * at any time. Undefined when there is no such case file for this actor.
 */
export async function reopenHolding(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<Outcome<{ readonly number: string }, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('reopen', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    await Promise.all([
      changeHoldings(trx, {
        caseFileId: caseFile.id,
        open: [
          {
            unitId: actor.unitId,
            origin: caseFile.unitId === actor.unitId ? 'generated' : 'received',
            receivedBy: actor.userId,
            assignedTo: actor.userId,
            seen: true,
          },
        ],
        by: actor.userId,
        now,
      }),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event: { kind: 'case-reopened' } }]),
    ])
    return done({ number: caseFile.number })
  })
}
