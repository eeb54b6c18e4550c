import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type CaseFile, findCaseFiles } from '../../cases/index.ts'
import { type Document, findDocuments } from '../../documents/index.ts'
import { type SignatureView, signaturesOf } from '../../signatures/index.ts'
import type { Bundle } from '../bundle.ts'
import { type Annotation, type ItemRow, selectItems } from './items.queries.ts'

/** One thing in a bundle, with what the gate lets this actor have of it. */
export interface BundleItem {
  readonly id: string
  readonly annotations: readonly Annotation[]
  /** Undefined: a case file's, or no longer for this actor. */
  readonly document: Document | undefined
  /** Signatures in force, in their order. */
  readonly signatures: readonly SignatureView[]
  readonly caseFile: CaseFile | undefined
}

/** All that is in the bundle, in its order, through the gates of documents and case files: being listed opens nothing. */
export async function itemsOf(db: Database, actor: Actor, bundle: Bundle, now: Date): Promise<BundleItem[]> {
  const rows = await selectItems(db, bundle.id)
  return bundle.kind === 'signature' ? withDocuments(db, actor, rows, now) : withCaseFiles(db, actor, rows, now)
}

/** Whether this person could add a signature of their own to it. */
export function lacksSignatureOf({ document, signatures }: BundleItem, accountId: string): boolean {
  return document?.state === 'active' && !signatures.some((signature) => signature.accountId === accountId)
}

async function withDocuments(db: Database, actor: Actor, rows: readonly ItemRow[], now: Date): Promise<BundleItem[]> {
  const ids = rows.flatMap(({ documentId }) => documentId ?? [])
  const [documents, signatures] = await Promise.all([
    findDocuments(db, actor, ids, 'reading', now),
    signaturesOf(db, ids),
  ])
  const found = new Map(documents.map((one) => [one.id, one]))
  return rows.map(({ id, annotations, documentId }) => {
    const document = found.get(documentId ?? '')
    const all = document ? (signatures.get(document.id) ?? []) : []
    const current = all.filter((signature) => signature.current)
    // What was said of something that is not for this actor any more is not for them either.
    return { id, annotations: document ? annotations : [], document, signatures: current, caseFile: document?.caseFile }
  })
}

async function withCaseFiles(db: Database, actor: Actor, rows: readonly ItemRow[], now: Date): Promise<BundleItem[]> {
  const keys = rows.flatMap(({ caseFileId }) => (caseFileId ? [{ id: caseFileId }] : []))
  const caseFiles = keys.length === 0 ? [] : await findCaseFiles(db, actor, keys, 'reading', now)
  const found = new Map(caseFiles.map((one) => [one.id, one]))
  return rows.map(({ id, annotations, caseFileId }) => {
    const caseFile = found.get(caseFileId ?? '')
    return { id, annotations: caseFile ? annotations : [], document: undefined, signatures: [], caseFile }
  })
}
