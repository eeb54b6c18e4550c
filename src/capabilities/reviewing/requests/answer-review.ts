import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { noteNews } from '../../cases/index.ts'
import { type Document, endReviewReading, findDocument, labelForHistory, textToReview } from '../../documents/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { reviewAccess } from '../review-access.ts'
import type { AskRequest } from './ask-review.form.ts'
import { askOne, reviewersOf } from './ask-review.ts'
import {
  closeRequest,
  type RequestRow,
  selectRequest,
  selectRequests,
  selectReviewStates,
} from './review-requests.queries.ts'
import { type AnswerRefusal, type AskRefusal, refusalsToAnswer } from './review-requests.rules.ts'

export interface AnswerRequest {
  /** Of the request. */
  readonly id: string
  readonly answer: 'approved' | 'returned' | undefined
  readonly text: string
  /** The version that was in front of the reviewer. */
  readonly version: number
}

/**
 * Answers a request for a review: the text is approved as it stands, or returned with observations. Kept with the version
 * and its hash, so that a later change shows. Of two answers the first counts. Undefined when there is no such request
 * for this actor.
 */
export async function answerReview(
  db: Database,
  actor: Actor,
  request: AnswerRequest,
  now: Date,
): Promise<Outcome<{ readonly number: string }, AnswerRefusal> | undefined> {
  return withRequest(db, actor, request.id, now, async (trx, document, row) => {
    const [text, [state]] = await Promise.all([textToReview(trx, document), selectReviewStates(trx, [document.id])])
    const { answer } = request
    const words = request.text.trim()
    const refusal = refused(
      refusalsToAnswer({
        isOpen: row.state === 'open',
        isReviewer: row.mine,
        answer,
        textLength: words.length,
        openThreads: (state?.openComments ?? 0) + (state?.openSuggestions ?? 0),
        isCurrent: text?.version === request.version,
      }),
    )
    if (refusal) return refusal
    if (!answer || !text) return refuse<AnswerRefusal>({ kind: 'closed' })
    const closing = { state: answer, answer: words, version: text.version, sha256: text.sha256 }
    if (!(await closeRequest(trx, actor, row.id, closing, now))) return refuse<AnswerRefusal>({ kind: 'closed' })
    const event = {
      kind: 'review-answered',
      document: labelForHistory(document),
      answer,
      version: text.version,
    } as const
    await ended(trx, actor, document, row, event, now)
    return done({ number: document.number })
  })
}

/** Takes back a request that nobody has answered: who asked, or anybody of the unit that writes the draft. */
export async function withdrawReview(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Outcome<{ readonly number: string }, AnswerRefusal> | undefined> {
  return withRequest(db, actor, id, now, async (trx, document, row) => {
    if (!isAsker(document, actor)) return refuse<AnswerRefusal>({ kind: 'not-asked' })
    const closed = await closeRequest(trx, actor, row.id, { state: 'withdrawn' }, now)
    if (!closed) return refuse<AnswerRefusal>({ kind: 'closed' })
    const event = { kind: 'review-withdrawn', document: labelForHistory(document), reviewer: row.reviewer } as const
    await ended(trx, actor, document, row, event, now)
    return done({ number: document.number })
  })
}

/** Gives a request to another person, with the same words unless others are given. */
export async function reassignReview(
  db: Database,
  actor: Actor,
  { id, ...request }: AskRequest & { readonly id: string },
  now: Date,
): Promise<Outcome<{ readonly number: string }, AskRefusal | AnswerRefusal> | undefined> {
  return withRequest<{ readonly number: string }, AskRefusal | AnswerRefusal>(
    db,
    actor,
    id,
    now,
    async (trx, document, row) => {
      if (!isAsker(document, actor)) return refuse({ kind: 'not-asked' })
      if (row.state !== 'open') return refuse({ kind: 'closed' })
      const [reviewers, all] = await Promise.all([
        reviewersOf(trx, actor, document, now),
        selectRequests(trx, actor, document.id),
      ])
      const requests = request.reviewer.accountId === row.reviewerId ? all : all.filter((one) => one.id !== row.id)
      const asked = await askOne(trx, actor, { document, reviewers, requests, request }, now, (reviewer) => ({
        kind: 'review-reassigned',
        document: labelForHistory(document),
        from: row.reviewer,
        to: reviewer.name,
        unit: reviewer.unitAcronym,
      }))
      if (!asked.done) return asked
      if (!(await closeRequest(trx, actor, row.id, { state: 'reassigned' }, now))) return refuse({ kind: 'closed' })
      await endReviewReading(trx, { documentIds: [document.id], accountId: row.reviewerId }, now)
      return done({ number: document.number })
    },
  )
}

/** A request behind the gate of its document, held until the transaction ends. */
async function withRequest<Value, Refusal>(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
  act: (trx: Database, document: Document, row: RequestRow) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const seen = await findRequest(trx, actor, id, 'locked', now)
    if (!seen) return undefined
    // Read again under the lock: somebody may have closed it meanwhile.
    const row = await selectRequest(trx, actor, id)
    return row && act(trx, seen.document, row)
  })
}

/** Undefined where there is no such request for this actor: not of a document in whose review they have part. */
export async function findRequest(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<{ readonly row: RequestRow; readonly document: Document } | undefined> {
  const row = /^\d{1,18}$/.test(id) ? await selectRequest(db, actor, id) : undefined
  const document = await findDocument(db, actor, row?.number ?? '0', mode, now)
  if (!row || !document) return undefined
  return reviewAccess(document, actor).sees || row.mine ? { row, document } : undefined
}

function isAsker(document: Document, actor: Actor): boolean {
  return document.isOurs && actor.permissions.has('documents.write')
}

async function ended(
  db: Database,
  actor: Actor,
  document: Document,
  row: RequestRow,
  event: CaseEvent,
  now: Date,
): Promise<void> {
  const within = document.isOurs && (row.mine || row.reviewerUnitId === actor.unitId)
  await Promise.all([
    endReviewReading(db, { documentIds: [document.id], accountId: row.reviewerId }, now),
    within ? undefined : noteNews(db, actor, document.caseFile.id, now),
    record(db, actor, now, [
      {
        caseFileId: document.caseFile.id,
        documentId: document.id,
        ...(within ? { scope: 'unit' as const } : {}),
        event,
      },
    ]),
  ])
}
