import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../platform/outcome.ts'
import { assignHolding, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../cases/index.ts'
import { record } from '../history/index.ts'
import { unitPeople } from '../identity/index.ts'

export type AssignRefusal = CaseRefusal | { readonly kind: 'not-of-this-unit' }

/**
 * Gives the case file to one person of the unit, or takes it back (`to` undefined). It locks nobody else out (PRO-140),
 * and only the unit reads it in the history (PRO-141). Undefined when there is no such case file for this actor.
 */
export async function assignCaseFile(
  db: Database,
  actor: Actor,
  request: { readonly caseNumber: string; readonly to: string | undefined },
  now: Date,
): Promise<Outcome<{ readonly number: string; readonly to: string | undefined }, AssignRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const people = request.to ? await unitPeople(trx, actor.unitId, now) : []
    const person = people.find(({ id }) => id === request.to)
    const refusal = refused<AssignRefusal>([
      ...refusalsToAct('assign', factsToAct(caseFile, actor.unitId)),
      ...(request.to && !person ? [{ kind: 'not-of-this-unit' } as const] : []),
    ])
    if (refusal) return refusal
    if (!caseFile.holding) throw new Error('the matrix let an assignment pass where nothing is held')
    if (caseFile.holding.assignedTo === request.to) return done({ number: caseFile.number, to: person?.name })
    await Promise.all([
      assignHolding(trx, caseFile.holding.id, request.to),
      record(trx, actor, now, [
        {
          caseFileId: caseFile.id,
          scope: 'unit',
          event: person ? { kind: 'case-assigned', to: person.name } : { kind: 'case-unassigned' },
        },
      ]),
    ])
    return done({ number: caseFile.number, to: person?.name })
  })
}
