import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { failpoint } from '../../../platform/failpoints/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { noteNews } from '../../cases/index.ts'
import { type Document, documentLabel, markSigned } from '../../documents/index.ts'
import { record } from '../../history/index.ts'
import { closeReviews } from '../../reviewing/index.ts'
import {
  insertContents,
  insertSignatures,
  type SignatureToInsert,
  type SigningUnitRow,
  selectSigningUnit,
} from '../signatures.queries.ts'
import { type SigningMeans, statementOf } from '../statement.ts'
import { cover, fail, type Gathered, gatherToSign, refusalsOf, type ShownDocument } from './gather-to-sign.ts'
import type { SigningRefused, SignRefusal } from './sign-documents.text.ts'

export interface SignRequest {
  readonly documents: readonly ShownDocument[]
  /** One of the capacities of the unit. */
  readonly capacity: string
  /** With certificates, after they were checked, by number of the document; by password unless said otherwise. */
  readonly means?: {
    readonly method: SigningMeans['method']
    readonly of: ReadonlyMap<string, SigningMeans>
  }
  /** Name of who is signed in, where another person signs in that session. */
  readonly inSessionOf?: string
}

/** What became of one document. */
export interface SignResult {
  readonly document: Document
  /** The CRC that the document carries from now on. */
  readonly outcome: Outcome<{ readonly crc: string }, SignRefusal>
}

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
    const found = await gatherToSign(trx, actor, request.documents, now)
    const method = request.means?.method ?? 'password'
    const judged = found.map((one) => ({ ...one, refusal: refused(refusalsOf(one, actor, method)) }))
    const free = judged.filter(({ refusal }) => !refusal)
    const crcs = await carryOut(trx, actor, { ...request, unit }, free, now)
    return done(
      judged.map(({ document, refusal }) => ({
        document,
        outcome: refusal ?? done({ crc: crcs.get(document.id) ?? '' }),
      })),
    )
  })
}

/** Signs what may be signed: one statement of each kind for all together. Answers the CRC of each, by document. */
async function carryOut(
  db: Database,
  actor: Actor,
  as: Omit<SignRequest, 'documents'> & { readonly unit: SigningUnitRow },
  free: readonly Gathered[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (free.length === 0) return new Map()
  const covered = await Promise.all(free.map((one) => cover(db, actor, one, now)))
  const signatures = free.map(({ document, signatures: before }, index) => {
    const { version, sha256 } = covered[index] ?? fail(document)
    const same = before.filter((one) => one.current)
    const { unit, capacity } = as
    // Nobody signs by password who said that it would be otherwise.
    const means = as.means && (as.means.of.get(document.number) ?? fail(document))
    const signing = { unit, capacity, document, kind: 'signature', version, sha256, before: same } as const
    return statementOf(actor, { ...signing, ...(means ? { means } : {}) }, now)
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
          ...(as.inSessionOf ? { inSessionOf: as.inSessionOf } : {}),
          ...tokenOf(signatures[index] ?? fail(document)),
        },
      })),
    ),
    ...caseFileIds.map((id) => noteNews(db, actor, id, now)),
  ])
  failpoint('signing.signed')
  return new Map(signatures.map(({ documentId, crc }) => [documentId, crc]))
}

/** By what the history knows the signature again. */
function tokenOf({ statementSha256, crc }: SignatureToInsert) {
  return { statement: statementSha256, crc }
}
