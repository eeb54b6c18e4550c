import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type CaseFile, factsToAct, refusalsToAct } from '../../cases/index.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import type { Bundle } from '../bundle.ts'
import { refusalsOfDocument } from '../items/include-items.ts'
import { selectTaken } from '../items/items.queries.ts'
import { itemsOf } from '../items/items-of.ts'
import type { BundleRefusal, ItemRefusal } from '../refusals.text.ts'

/** Why single items keep a bundle from being made available, each with its name: nothing goes out by halves. */
export async function refusalsOfItems(db: Database, actor: Actor, bundle: Bundle, now: Date): Promise<BundleRefusal[]> {
  const items = await itemsOf(db, actor, bundle, now)
  const ids = items.flatMap(({ document }) => document?.id ?? [])
  const taken = new Map((await selectTaken(db, bundle.id, ids)).map((row) => [row.documentId, row.number]))
  return items.flatMap(({ document, caseFile }, place) => {
    const refusals =
      bundle.kind === 'signature' ? ofDocument(document, actor, taken) : ofCaseFile(caseFile, bundle, actor)
    const label = document ? documentLabel(document) : (caseFile?.number ?? `Item ${place + 1}`)
    return refusals.map((why) => ({ kind: 'item', label, why }) as const)
  })
}

function ofDocument(
  document: Document | undefined,
  actor: Actor,
  taken: ReadonlyMap<string, string>,
): readonly ItemRefusal[] {
  if (!document) return [{ kind: 'gone' }]
  const number = taken.get(document.id)
  if (number !== undefined) return [{ kind: 'in-available-bundle', number }]
  return refusalsOfDocument(document, actor)
}

function ofCaseFile(caseFile: CaseFile | undefined, bundle: Bundle, actor: Actor): readonly ItemRefusal[] {
  if (!caseFile) return [{ kind: 'gone' }]
  if (bundle.kind !== 'meeting') return []
  return refusalsToAct('add-to-meeting-bundle', factsToAct(caseFile, actor.unitId)).map((why) => ({
    kind: 'case',
    why,
  }))
}
