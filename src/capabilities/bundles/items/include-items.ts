import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseFile, factsToAct, findCaseFiles, refusalsToAct } from '../../cases/index.ts'
import { type Document, documentLabel, findDocument, refusalsOfAct } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { type Bundle, mostItems } from '../bundle.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { refusalsToDo } from '../moves/moves.rules.ts'
import type { BundleRefusal, ItemRefusal } from '../refusals.text.ts'
import { insertItems, selectItems } from './items.queries.ts'

export interface IncludeRequest {
  readonly bundleNumber: string
  /** Numbers of documents, for signature bundles. */
  readonly documents: readonly string[]
  /** Digits of case files, for the others. */
  readonly caseFiles: readonly string[]
}

/** What became of one document or case file. */
export interface Inclusion {
  readonly label: string
  /** Path below the unit. */
  readonly path: string
  readonly outcome: Outcome<true, ItemRefusal>
}

/**
 * Puts documents into a signature bundle, or case files into another, each by itself: what is refused holds nothing else
 * back. What the actor may not see has no result. Undefined when there is no such bundle for this actor.
 */
export async function includeItems(
  db: Database,
  actor: Actor,
  request: IncludeRequest,
  now: Date,
): Promise<Outcome<readonly Inclusion[], BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, request.bundleNumber, 'locked')
    if (!bundle) return undefined
    const refusal = refused<BundleRefusal>(refusalsToDo('include', factsOf(bundle)))
    if (refusal) return refusal
    const present = new Set((await selectItems(trx, bundle.id)).map((row) => row.documentId ?? row.caseFileId))
    const found = await gather(trx, actor, bundle, request, now)
    let room = mostItems[bundle.kind] - bundle.itemCount
    const judged = found.map((one) => {
      const refusals = [...one.refusals, ...(present.has(one.id) ? [{ kind: 'already-in' } as const] : [])]
      if (refusals.length === 0 && room-- <= 0) refusals.push({ kind: 'full', most: mostItems[bundle.kind] })
      return { ...one, refusal: refused(refusals) }
    })
    const free = judged.filter((one) => !one.refusal)
    await Promise.all([
      insertItems(
        trx,
        actor,
        bundle,
        free.map(({ id }) => id),
        now,
      ),
      record(
        trx,
        actor,
        now,
        free.map((one) => inclusionEvent('bundle-included', bundle, one)),
      ),
    ])
    return done(judged.map(({ label, path, refusal: why }) => ({ label, path, outcome: why ?? done(true as const) })))
  })
}

/** What a bundle says in the history of a case file: an internal one is nobody else's matter (BLO-050). */
export function inclusionEvent(
  kind: 'bundle-included' | 'bundle-removed',
  bundle: Bundle,
  item: {
    readonly caseFileId: string
    readonly document?: { readonly id: string; readonly label: string } | undefined
  },
) {
  return {
    caseFileId: item.caseFileId,
    ...(item.document ? { documentId: item.document.id } : {}),
    ...(bundle.kind === 'internal' ? { scope: 'unit' as const } : {}),
    event: {
      kind,
      bundle: bundle.number,
      bundleKind: bundle.kind,
      ...(item.document ? { document: item.document.label } : {}),
    },
  }
}

interface Found {
  readonly id: string
  readonly caseFileId: string
  readonly label: string
  readonly path: string
  readonly document?: { readonly id: string; readonly label: string }
  readonly refusals: readonly ItemRefusal[]
}

async function gather(
  db: Database,
  actor: Actor,
  bundle: Bundle,
  request: IncludeRequest,
  now: Date,
): Promise<Found[]> {
  if (bundle.kind === 'signature') {
    const numbers = [...new Set(request.documents)].slice(0, mostItems.signature)
    const documents = await Promise.all(numbers.map((number) => findDocument(db, actor, number, 'reading', now)))
    return documents.flatMap((document) => (document ? [documentToInclude(document, actor)] : []))
  }
  const keys = [...new Set(request.caseFiles)].slice(0, mostItems.internal).map((digits) => ({ digits }))
  const caseFiles = await findCaseFiles(db, actor, keys, 'locked', now)
  return caseFiles.map((caseFile) => caseToInclude(caseFile, bundle, actor))
}

function documentToInclude(document: Document, actor: Actor): Found {
  const label = documentLabel(document)
  return {
    id: document.id,
    caseFileId: document.caseFile.id,
    label,
    path: `/documentos/${document.number}`,
    document: { id: document.id, label },
    refusals: refusalsOfDocument(document, actor),
  }
}

/** Why a document may not be in a signature bundle (BLO-020). Whether it is with others already is asked on the way out. */
export function refusalsOfDocument(document: Document, actor: Actor): ItemRefusal[] {
  if (document.kind !== 'authored') return [{ kind: 'not-authored' }]
  if (!document.isOurs) return [{ kind: 'not-ours' }]
  if (document.caseFile.effectiveLevel === 'confidential') return [{ kind: 'confidential' }]
  const home = { ...document, inSignatureBundle: false, signsHere: false }
  return refusalsOfAct('sign', 'sign-draft', home, actor.unitId).map((why) => ({ kind: 'document', why }))
}

function caseToInclude(caseFile: CaseFile, bundle: Bundle, actor: Actor): Found {
  const action = bundle.kind === 'meeting' ? 'add-to-meeting-bundle' : 'add-to-internal-bundle'
  return {
    id: caseFile.id,
    caseFileId: caseFile.id,
    label: caseFile.number,
    path: `/processos/${caseFile.digits}`,
    refusals: refusalsToAct(action, factsToAct(caseFile, actor.unitId)).map((why) => ({ kind: 'case', why })),
  }
}
