import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { findCaseFiles, noteNews } from '../../cases/index.ts'
import { type Document, documentLabel, findDocument, markSigned, prepareForSigning } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { closeReviews, reviewStatesOf } from '../../reviewing/index.ts'
import { signaturesOf } from '../find-signatures.ts'
import type { SignatureView } from '../signature-view.ts'
import {
  insertContents,
  insertSignatures,
  type SignatureToInsert,
  type SigningUnitRow,
  selectSigningUnit,
} from '../signatures.queries.ts'
import { signedText } from '../signed-bytes.ts'
import { statementOf } from '../statement.ts'
import { refusalsToSign } from './refusals-to-sign.ts'
import type { SignRefusal } from './sign-documents.text.ts'
import { selectCasesOf, selectTexts, type TextToSignRow } from './signing.queries.ts'

/** A document as it was shown to who signs: its version, and the SHA-256 of that version's text. */
export interface ShownDocument {
  readonly number: string
  readonly version: number
  readonly sha256: string
}

export interface SignRequest {
  readonly documents: readonly ShownDocument[]
  /** One of the capacities of the unit. */
  readonly capacity: string
}

/** What became of one document. */
export interface SignResult {
  readonly document: Document
  /** The CRC that the document carries from now on. */
  readonly outcome: Outcome<{ readonly crc: string }, SignRefusal>
}

/** Why nothing was signed at all. */
export type SigningRefused = { readonly kind: 'capacity-not-of-unit' } | { readonly kind: 'too-many' }

/** How many documents one act signs at most. */
export const mostDocuments = 100

/**
 * Signs documents with the actor's name and one capacity, each by itself: what is refused holds nothing else back.
 *
 * The password was confirmed before. Signed are the canonical bytes of the very version that was shown: case files and
 * documents are held from before the comparison until the end, so an edit comes wholly before (and is refused as
 * `changed`) or wholly after (and makes a version without signatures). A signature added to others covers their bytes.
 * Documents that are not there for this actor have no result.
 */
export async function signDocuments(
  db: Database,
  actor: Actor,
  request: SignRequest,
  now: Date,
): Promise<Outcome<readonly SignResult[], SigningRefused>> {
  if (request.documents.length > mostDocuments) return refuse({ kind: 'too-many' })
  return inTransaction(db, async (trx) => {
    const unit = await selectSigningUnit(trx, actor, todayIn(now))
    failpoint('signing.confirmed')
    if (!unit.capacities.includes(request.capacity)) return refuse({ kind: 'capacity-not-of-unit' })
    const found = await gather(trx, actor, request.documents, now)
    const judged = found.map((one) => ({ ...one, refusal: refused(refusalsOf(one, actor)) }))
    const free = judged.filter(({ refusal }) => !refusal)
    const crcs = await carryOut(trx, actor, { unit, capacity: request.capacity }, free, now)
    return done(
      judged.map(({ document, refusal }) => ({
        document,
        outcome: refusal ?? done({ crc: crcs.get(document.id) ?? '' }),
      })),
    )
  })
}

interface Gathered {
  readonly document: Document
  readonly text: TextToSignRow | undefined
  readonly signatures: readonly SignatureView[]
  readonly openSuggestions: number
  readonly shown: ShownDocument
}

/** The documents with what decides, all held until the transaction ends: case files first, always in the same order. */
async function gather(db: Database, actor: Actor, shown: readonly ShownDocument[], now: Date): Promise<Gathered[]> {
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

function refusalsOf({ document, text, signatures, openSuggestions, shown }: Gathered, actor: Actor): SignRefusal[] {
  const changed = text !== undefined && (text.version !== shown.version || text.sha256 !== shown.sha256)
  return [
    ...refusalsToSign({ document, text, signatures, openSuggestions, actor }),
    ...(changed ? [{ kind: 'changed' } as const] : []),
  ]
}

/** Signs what may be signed: one statement of each kind for all together. Answers the CRC of each, by document. */
async function carryOut(
  db: Database,
  actor: Actor,
  as: { readonly unit: SigningUnitRow; readonly capacity: string },
  free: readonly Gathered[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (free.length === 0) return new Map()
  const covered = await Promise.all(free.map((one) => cover(db, actor, one, now)))
  const signatures = free.map(({ document, signatures: before }, index) => {
    const { version, sha256 } = covered[index] ?? fail(document)
    const same = before.filter((one) => one.current)
    return statementOf(actor, { ...as, document, kind: 'signature', version, sha256, before: same }, now)
  })
  const caseFileIds = [...new Set(free.map(({ document }) => document.caseFile.id))]
  await insertContents(
    db,
    covered.flatMap(({ sha256, text }) => (text === undefined ? [] : [{ sha256, text }])),
    now,
  )
  failpoint('signing.covered')
  await Promise.all([
    insertSignatures(db, actor, signatures, now),
    ...free.map(({ document }) => markSigned(db, actor, document, now)),
    closeReviews(
      db,
      actor,
      free.map(({ document }) => document.id),
      now,
    ),
    record(
      db,
      actor,
      now,
      free.map(({ document }, index) => ({
        caseFileId: document.caseFile.id,
        documentId: document.id,
        event: {
          kind: 'document-signed',
          document: documentLabel({ ...document, typeNumber: covered[index]?.typeNumber }),
          signer: actor.name,
          capacity: as.capacity,
          ...tokenOf(signatures[index] ?? fail(document)),
        },
      })),
    ),
    ...caseFileIds.map((id) => noteNews(db, actor, id, now)),
  ])
  failpoint('signing.signed')
  return new Map(signatures.map(({ documentId, crc }) => [documentId, crc]))
}

interface Covered {
  readonly version: number
  readonly sha256: string
  /** What is signed, unless it was signed before and is kept already. */
  readonly text: string | undefined
  readonly typeNumber: string | undefined
}

/** What the signature covers: the bytes that others signed, or those of the present text with its number. */
async function cover(
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

/** By what the history knows the signature again. */
function tokenOf({ statementSha256, crc }: SignatureToInsert) {
  return { statement: statementSha256, crc }
}

function fail(document: Document): never {
  throw new Error(`document ${document.number} was found fit for signing and has no text`)
}
