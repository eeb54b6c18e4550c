import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { noteNews } from '../../cases/index.ts'
import { beginReviewReading, type Document, findDocument, labelForHistory } from '../../documents/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { reviewAccess } from '../review-access.ts'
import type { AskRequest } from './ask-review.form.ts'
import {
  insertRequest,
  type RequestRow,
  type ReviewerRow,
  selectRequests,
  selectReviewers,
} from './review-requests.queries.ts'
import { type AskRefusal, refusalsToAsk } from './review-requests.rules.ts'

/**
 * Asks a person to review a draft of the actor's unit (FLX-061): of this unit, or of another that has the case file open.
 * Until the answer that person may read the draft, comment on it and suggest words. Undefined when there is no such
 * document for this actor. @term pedido de revisão
 */
export async function askReview(
  db: Database,
  actor: Actor,
  request: AskRequest & { readonly number: string },
  now: Date,
): Promise<Outcome<true, AskRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, request.number, 'locked', now)
    if (!document || !reviewAccess(document, actor).sees) return undefined
    const [reviewers, requests] = await Promise.all([
      reviewersOf(trx, actor, document, now),
      selectRequests(trx, actor, document.id),
    ])
    return askOne(trx, actor, { document, reviewers, requests, request }, now, (reviewer) => ({
      kind: 'review-asked',
      document: labelForHistory(document),
      reviewer: reviewer.name,
      unit: reviewer.unitAcronym,
    }))
  })
}

/** Who may be asked to review the document. */
export function reviewersOf(db: Database, actor: Actor, document: Document, now: Date): Promise<ReviewerRow[]> {
  const { caseFile } = document
  const confidential = caseFile.effectiveLevel === 'confidential' || document.level === 'confidential'
  return selectReviewers(db, actor, { caseFileId: caseFile.id, confidential, today: todayIn(now) })
}

/** Asks one person and tells the history; the caller holds the document and knows who was asked before. */
export async function askOne(
  db: Database,
  actor: Actor,
  asked: {
    readonly document: Document
    readonly reviewers: readonly ReviewerRow[]
    readonly requests: readonly RequestRow[]
    readonly request: AskRequest
  },
  now: Date,
  eventFor: (reviewer: ReviewerRow) => CaseEvent,
): Promise<Outcome<true, AskRefusal>> {
  const { document, reviewers, requests, request } = asked
  if (!reviewAccess(document, actor).asks) return refuse({ kind: 'not-possible' })
  const { accountId, unitId } = request.reviewer
  const reviewer = reviewers.find((one) => one.accountId === accountId && one.unitId === unitId)
  const open = requests.filter(({ state }) => state === 'open')
  const refusal = refused(
    refusalsToAsk({
      reviewerFits: reviewer !== undefined,
      isSelf: accountId === actor.userId,
      alreadyAsked: open.some(({ reviewerId }) => reviewerId === accountId),
      openRequests: open.length,
      messageLength: request.message.length,
      dueOn: request.dueOn,
      today: todayIn(now),
    }),
  )
  if (refusal || !reviewer) return refusal ?? refuse<AskRefusal>({ kind: 'does-not-fit' })
  const { message, dueOn } = request
  const row = { documentId: document.id, reviewerId: accountId, reviewerUnitId: unitId, message, dueOn }
  const inserted = await insertRequest(db, actor, { ...row, version: document.version }, now)
  if (!inserted) return refuse<AskRefusal>({ kind: 'already-asked' })
  await Promise.all([
    reviewer.own ? undefined : beginReviewReading(db, { documentId: document.id, accountId, unitId }, now),
    reviewer.own ? undefined : noteNews(db, actor, document.caseFile.id, now),
    record(db, actor, now, [
      {
        caseFileId: document.caseFile.id,
        documentId: document.id,
        // Within the unit a draft is nobody else's matter (PRO-067).
        ...(reviewer.own ? { scope: 'unit' as const } : {}),
        event: eventFor(reviewer),
      },
    ]),
  ])
  return done(true)
}
