import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { noteNews, refreshEffectiveLevel } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { insertDocuments } from '../drafting/drafting.queries.ts'
import { checkLevel } from '../level/check-level.ts'
import type { LevelRequest } from '../level/level.form.ts'
import { noteOpened } from '../pen/note-opened.ts'
import { insertRedaction } from '../redacting/redacting.queries.ts'
import { extractTextTask } from '../uploading/include-files.ts'
import { insertFiles } from '../uploading/uploading.queries.ts'
import { documentToStripe, refusalsOfFile } from './keep-stripes.ts'
import { sumOfBases } from './stripes.rules.ts'
import { noteIncluded, selectStriping } from './striping.queries.ts'
import type { StripingRefusal } from './striping.text.ts'
import type { Striping } from './striping.ts'

export interface IncludeStripedRequest extends LevelRequest {
  /** Number of the original. */
  readonly number: string
  /** The file that was looked at: made of other stripes, it is another one. */
  readonly madeSha256: string
}

/**
 * Includes the version that was made of somebody's stripes as a document of its own, beside its original, which stays as it
 * is and keeps its level. Undefined when there is no such document for this actor to read.
 */
export async function includeStriped(
  db: Database,
  actor: Actor,
  request: IncludeStripedRequest,
  now: Date,
): Promise<Outcome<{ number: string }, StripingRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const original = await documentToStripe(trx, actor, request.number, now)
    if (!original) return undefined
    const [striping, levelRefusals] = await Promise.all([
      selectStriping(trx, actor, original.id, 'locked'),
      checkLevel(trx, original.caseFile, request),
    ])
    const isMade = striping?.state === 'made' && striping.madeSha256 === request.madeSha256
    const refusal = refused<StripingRefusal>([
      ...refusalsOfFile(original, actor),
      ...(isMade ? [] : [{ kind: 'not-made' } as const]),
      ...(striping && striping.sha256 !== original.file.sha256 ? [{ kind: 'changed' } as const] : []),
      ...levelRefusals.map((why) => ({ kind: 'level', why }) as const),
    ])
    if (refusal || !striping) return refusal
    return done({ number: await carryOut(trx, actor, request, original, striping, now) })
  })
}

async function carryOut(
  db: Database,
  actor: Actor,
  { level, legalBasisId, madeSha256 }: IncludeStripedRequest,
  original: Document,
  striping: Striping,
  now: Date,
): Promise<string> {
  const { caseFile, typeId, typeName, typeNumber } = original
  const [made] = await insertDocuments(
    db,
    [
      {
        ...{ caseFileId: caseFile.id, kind: 'uploaded', typeId, unitId: actor.unitId, createdBy: actor.userId },
        // What the original is called, in the tree and by number, may be what is hidden.
        ...{ datedOn: todayIn(now), typeNumber: null, description: '', treeName: 'Versão com tarjas' },
        ...{ level, legalBasisId: legalBasisId ?? null, version: 0 },
      },
    ],
    now,
  )
  if (!made) throw new Error('a document was not inserted')
  const basis = sumOfBases(striping.stripes)
  const event = {
    kind: 'document-redacted',
    document: documentLabel({ typeName, typeNumber: undefined, treeName: '', number: made.number }),
    original: documentLabel({ typeName, typeNumber, treeName: '', number: original.number }),
    basis,
  } as const
  const file = {
    ...{ documentId: made.id, sha256: madeSha256, sizeBytes: String(striping.madeBytes), extension: 'pdf' },
    ...{ mediaType: 'application/pdf', fileName: `versao-com-tarjas-${original.number}.pdf` },
    ...{ origin: 'born-digital' as const, conferenceKindId: null },
  }
  const redaction = { documentId: made.id, original, legalBasis: basis, stripes: striping.stripes.length }
  await Promise.all([
    insertFiles(db, [file], { accountId: actor.userId }, now),
    insertRedaction(db, actor, redaction, now),
    noteIncluded(db, striping.id, made.id, now),
    record(db, actor, now, [{ caseFileId: caseFile.id, documentId: made.id, event }]),
    noteNews(db, actor, caseFile.id, now),
    noteOpened(db, actor, original, now),
    enqueue(db, extractTextTask, { documentId: made.id, sha256: madeSha256 }),
  ])
  await refreshEffectiveLevel(db, actor, caseFile.id, now)
  return made.number
}
