import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { documentLabel, findDocuments } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { refusalsToDo } from '../moves/moves.rules.ts'
import type { BundleRefusal } from '../refusals.text.ts'
import { inclusionEvent } from './include-items.ts'
import { deleteItems, isItemOf, writeAnnotation } from './items.queries.ts'

/** Takes items out of a bundle that is at home. Answers how many. Undefined when there is no such bundle for this actor. */
export async function removeItems(
  db: Database,
  actor: Actor,
  request: { readonly bundleNumber: string; readonly itemIds: readonly string[] },
  now: Date,
): Promise<Outcome<number, BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, request.bundleNumber, 'locked')
    if (!bundle) return undefined
    const refusal = refused<BundleRefusal>(refusalsToDo('remove', factsOf(bundle)))
    if (refusal) return refusal
    const removed = await deleteItems(trx, bundle.id, request.itemIds)
    const ids = removed.flatMap(({ documentId }) => documentId ?? [])
    const documents = await findDocuments(trx, actor, ids, 'reading', now)
    const events = [
      ...documents.map((one) => ({
        caseFileId: one.caseFile.id,
        document: { id: one.id, label: documentLabel(one) },
      })),
      ...removed.flatMap(({ caseFileId }) => (caseFileId ? [{ caseFileId }] : [])),
    ]
    await record(
      trx,
      actor,
      now,
      events.map((one) => inclusionEvent('bundle-removed', bundle, one)),
    )
    return done(removed.length)
  })
}

export const longestAnnotation = 500

/** Writes what the actor's unit has to say on one item; an empty text takes it away. */
export async function annotateItem(
  db: Database,
  actor: Actor,
  request: { readonly bundleNumber: string; readonly itemId: string; readonly text: string },
  now: Date,
): Promise<Outcome<true, BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, request.bundleNumber, 'locked')
    if (!bundle || !(await isItemOf(trx, bundle.id, request.itemId))) return undefined
    const text = request.text.trim()
    const refusal = refused<BundleRefusal>([
      ...refusalsToDo('annotate', factsOf(bundle)),
      ...(text.length > longestAnnotation ? [{ kind: 'too-long', most: longestAnnotation } as const] : []),
    ])
    if (refusal) return refusal
    await writeAnnotation(trx, actor, request.itemId, text, now)
    return done(true)
  })
}
