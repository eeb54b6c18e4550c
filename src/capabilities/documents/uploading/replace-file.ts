import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type EventToRecord, record } from '../../history/index.ts'
import type { ActRefusal } from '../act-refusal.text.ts'
import { type Document, labelForHistory } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { extractTextTask, fileRow, type IncludeRequest } from './include-files.ts'
import { insertFiles, retireFile, selectConferenceKinds } from './uploading.queries.ts'
import { takeWaiting, type WaitingFileRow } from './waiting-files.queries.ts'

export interface ReplaceRequest extends Pick<IncludeRequest, 'origin' | 'conferenceKindId'> {
  /** The nº SEI. */
  readonly number: string
  readonly waitingId: string | undefined
}

export type ReplaceRefusal =
  | { readonly kind: 'act'; readonly why: ActRefusal }
  | { readonly kind: 'no-file' | 'conference-missing' }

/**
 * Puts another file in the place of that of an uploaded document, while nobody outside the unit has seen it (§10.2).
 * The file before stays on record; certifications were of it and lose their effect. Undefined when there is no such
 * document for this actor.
 */
export async function replaceFile(
  db: Database,
  actor: Actor,
  request: ReplaceRequest,
  now: Date,
): Promise<Outcome<{ number: string }, ReplaceRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (document?.kind !== 'uploaded' || document.readRefusals.length > 0) return undefined
    const conferences = await selectConferenceKinds(trx)
    const isConfirmed = conferences.some(({ id }) => id === request.conferenceKindId)
    const refusals: ReplaceRefusal[] = [
      ...refusalsOfAct('edit-content', 'include-document', document, actor.unitId).map(
        (why) => ({ kind: 'act', why }) as const,
      ),
      ...(request.origin === 'digitized' && !isConfirmed ? [{ kind: 'conference-missing' } as const] : []),
    ]
    const owner = { accountId: actor.userId, caseFileId: document.caseFile.id }
    const refusal = refused(refusals)
    if (refusal) return refusal
    const [file] = await takeWaiting(trx, owner, request.waitingId ? [request.waitingId] : [])
    if (!file) return { done: false, refusals: [{ kind: 'no-file' }] }
    await retireFile(trx, document.id, now)
    await Promise.all([
      insertFiles(trx, [fileRow(document.id, file, request)], { accountId: actor.userId }, now),
      record(trx, actor, now, eventsOf(document, file)),
      enqueue(trx, extractTextTask, { documentId: document.id, sha256: file.sha256 }),
    ])
    return done({ number: document.number })
  })
}

function eventsOf(document: Document, file: WaitingFileRow): EventToRecord[] {
  const about = { caseFileId: document.caseFile.id, documentId: document.id }
  const label = labelForHistory(document)
  const replaced: EventToRecord = { ...about, event: { kind: 'file-replaced', document: label, file: file.fileName } }
  const count = document.signatureCount
  return count === 0
    ? [replaced]
    : [replaced, { ...about, event: { kind: 'signatures-withdrawn', document: label, count } }]
}
