import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { type CaseRefusal, changeHoldings, factsToAct, findCaseFile, refusalsToAct } from '../cases/index.ts'
import { lockDocuments } from '../documents/index.ts'
import { record } from '../history/index.ts'
import { endReopening } from './reopening/reopening.queries.ts'

/**
 * Closes the case file in the actor's unit alone (PRO-160); where no other unit holds it, it is on no desk. Documents get
 * the black pen. Undefined when there is no such case file for this actor.
 */
export async function concludeHolding(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<Outcome<{ readonly number: string }, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('conclude', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const scheduled = await endReopening(trx, actor, caseFile.id, 'cancelled', now)
    await Promise.all([
      changeHoldings(trx, {
        caseFileId: caseFile.id,
        close: [{ unitId: actor.unitId, closing: 'concluded' }],
        by: actor.userId,
        now,
        mayLeaveNoDesk: true,
      }),
      lockDocuments(trx, actor, caseFile.id, { kind: 'concluded', unit: actor.unitAcronym }, now),
      record(trx, actor, now, [
        { caseFileId: caseFile.id, event: { kind: 'case-concluded', automatic: false } },
        ...(scheduled
          ? [
              {
                caseFileId: caseFile.id,
                scope: 'unit' as const,
                event: { kind: 'reopening-cancelled' as const, on: scheduled },
              },
            ]
          : []),
      ]),
    ])
    return done({ number: caseFile.number })
  })
}
