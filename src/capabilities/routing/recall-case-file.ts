import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { changeHoldings, findCaseFile } from '../cases/index.ts'
import { record } from '../history/index.ts'
import { selectRecallable, updateRecalled } from './routing.queries.ts'

export type RecallRefusal = { readonly kind: 'already-opened' }

/**
 * Takes back a sending while nobody at the destination has opened it (PRO-132): it leaves those desks and, where the
 * sender had not kept it, returns to this one. Documents keep the black pen. Refused with `already-opened` where there is
 * nothing left to take back; undefined when there is no such case file for this actor.
 */
export async function recallCaseFile(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<Outcome<{ readonly from: readonly string[] }, RecallRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const recallable = caseFile.state === 'normal' ? await selectRecallable(trx, caseFile.id, actor.unitId) : []
    if (recallable.length === 0) return refuse({ kind: 'already-opened' })
    const acronyms = recallable.map(({ acronym }) => acronym)
    const movementIds = recallable.map(({ movementId }) => movementId)
    await Promise.all([
      changeHoldings(trx, {
        caseFileId: caseFile.id,
        close: recallable.map(({ toUnitId }) => ({ unitId: toUnitId, closing: 'recalled' })),
        open: caseFile.holding
          ? []
          : [
              {
                unitId: actor.unitId,
                origin: caseFile.unitId === actor.unitId ? 'generated' : 'received',
                receivedBy: actor.userId,
                seen: true,
              },
            ],
        by: actor.userId,
        now,
      }),
      updateRecalled(trx, movementIds, actor.userId, now),
      record(trx, actor, now, [
        { caseFileId: caseFile.id, event: { kind: 'case-recalled', from: acronyms.join(', ') } },
      ]),
    ])
    return done({ from: acronyms })
  })
}
