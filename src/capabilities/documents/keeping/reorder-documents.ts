import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { documentsOf } from '../find-document.ts'
import { updatePositions } from './keeping.queries.ts'
import { newOrder, type OrderRequest } from './order.rules.ts'

/**
 * Puts the documents of a case file in another order. Those that came in meanwhile keep their place among the others.
 * Undefined when there is no such case file for this actor.
 */
export async function reorderDocuments(
  db: Database,
  actor: Actor,
  request: OrderRequest & { readonly caseDigits: string },
  now: Date,
): Promise<Outcome<{ changed: boolean }, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseDigits }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('include-document', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const documents = await documentsOf(trx, actor, caseFile)
    const before = documents.map(({ number }) => number)
    const after = newOrder(before, request)
    if (after.every((number, place) => number === before[place])) return done({ changed: false })
    const ids = new Map(documents.map(({ number, id }) => [number, id]))
    await Promise.all([
      updatePositions(
        trx,
        caseFile.id,
        after.map((number) => ids.get(number) ?? ''),
      ),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event: { kind: 'tree-reordered' } }]),
    ])
    return done({ changed: true })
  })
}
