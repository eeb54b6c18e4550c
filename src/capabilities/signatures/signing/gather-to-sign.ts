import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { findCaseFiles } from '../../cases/index.ts'
import { type Document, findDocument, prepareForSigning } from '../../documents/index.ts'
import { reviewStatesOf } from '../../reviewing/index.ts'
import { signaturesOf } from '../find-signatures.ts'
import type { SignatureView } from '../signature-view.ts'
import { type SignatureMethod, signedText } from '../signed-bytes.ts'
import { refusalsToSign } from './refusals-to-sign.ts'
import type { SignRefusal } from './sign-documents.text.ts'
import { selectCasesOf, selectTexts, type TextToSignRow } from './signing.queries.ts'

/** A document as it was shown to who signs: its version, and the SHA-256 of that version's text. */
export interface ShownDocument {
  readonly number: string
  readonly version: number
  readonly sha256: string
}

/** A document with what decides whether it may be signed. */
export interface Gathered {
  readonly document: Document
  readonly text: TextToSignRow | undefined
  readonly signatures: readonly SignatureView[]
  readonly openSuggestions: number
  readonly shown: ShownDocument
}

/** The documents with what decides, all held until the transaction ends: case files first, always in the same order. */
export async function gatherToSign(
  db: Database,
  actor: Actor,
  shown: readonly ShownDocument[],
  now: Date,
): Promise<Gathered[]> {
  const asked = [...new Map(shown.map((one) => [one.number, one])).values()].sort(
    (a, b) => Number(a.number) - Number(b.number),
  )
  const caseFileIds = await selectCasesOf(
    db,
    asked.map(({ number }) => number),
  )
  await findCaseFiles(
    db,
    actor,
    caseFileIds.map((id) => ({ id })),
    'locked',
    now,
  )
  const documents = await Promise.all(asked.map(({ number }) => findDocument(db, actor, number, 'locked', now)))
  const ids = documents.flatMap((document) => document?.id ?? [])
  const [texts, signatures, reviews] = await Promise.all([
    selectTexts(db, ids),
    signaturesOf(db, ids),
    reviewStatesOf(db, ids),
  ])
  return asked.flatMap((one, index) => {
    const document = documents[index]
    if (!document) return []
    const text = texts.find(({ documentId }) => documentId === document.id)
    const review = reviews.find(({ documentId }) => documentId === document.id)
    const openSuggestions = review?.openSuggestions ?? 0
    return [{ document, text, signatures: signatures.get(document.id) ?? [], openSuggestions, shown: one }]
  })
}

/** All the reasons against signing what was shown; none means it may be signed. */
export function refusalsOf(
  { document, text, signatures, openSuggestions, shown }: Gathered,
  actor: Actor,
  method: SignatureMethod,
): SignRefusal[] {
  const changed = text !== undefined && (text.version !== shown.version || text.sha256 !== shown.sha256)
  return [
    ...refusalsToSign({ document, text, signatures, openSuggestions, method, actor }),
    ...(changed ? [{ kind: 'changed' } as const] : []),
  ]
}

export interface Covered {
  readonly version: number
  readonly sha256: string
  /** What is signed, unless it was signed before and is kept already. */
  readonly text: string | undefined
  readonly typeNumber: string | undefined
}

/** What the signature covers: the bytes that others signed, or those of the present text with its number. */
export async function cover(
  db: Database,
  actor: Actor,
  { document, text, signatures }: Gathered,
  now: Date,
): Promise<Covered> {
  const earlier = signatures.find((one) => one.current)
  if (earlier) {
    return { version: document.version, sha256: earlier.sha256, text: undefined, typeNumber: document.typeNumber }
  }
  const prepared = await prepareForSigning(db, actor, document, now)
  if (!prepared || !text) return fail(document)
  const { version, typeNumber, content } = prepared
  const signed = signedText(
    {
      number: document.number,
      caseNumber: document.caseFile.number,
      type: [document.typeName, typeNumber].filter(Boolean).join(' '),
      unit: document.unitAcronym,
      agency: text.agencyAcronym,
      datedOn: document.datedOn,
    },
    content,
  )
  return { version, sha256: sha256Hex(signed), text: signed, typeNumber }
}

/** A bug: what was found fit cannot be signed. */
export function fail(document: Document): never {
  throw new Error(`document ${document.number} was found fit for signing and has no text`)
}
