import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { endReviewReading, type ReviewState } from '../documents/index.ts'
import {
  closeSigned,
  selectMyRequests,
  selectRequests,
  selectReviewStates,
  waitingCount,
} from './requests/review-requests.queries.ts'

/** The requests of one person in one unit, by part: what waits, what was answered, what was asked. Before any gate. */
export function myReviews(db: Database, actor: Actor) {
  return selectMyRequests(db, actor)
}

/** How many reviews wait for this person in this unit, up to 100: a part of another statement, that of the menu. */
export function reviewsToAnswer(db: Database, actor: Actor, now: Date) {
  return waitingCount(db, actor, now)
}

/** The requests about a document that has passed the gate, the latest first. */
export function requestsOf(db: Database, actor: Actor, documentId: string) {
  return selectRequests(db, actor, documentId)
}

/** How the review of documents that have passed the gate stands, in one statement. */
export function reviewStatesOf(
  db: Database,
  documentIds: readonly string[],
): Promise<(ReviewState & { documentId: string })[]> {
  return selectReviewStates(db, documentIds)
}

/**
 * Ends the reviews of documents that are being signed: requests that wait are closed, and nobody reads a draft by them any
 * more. In the transaction of the signature, with the documents `locked`.
 */
export async function closeReviews(
  db: Database,
  actor: Actor,
  documentIds: readonly string[],
  now: Date,
): Promise<void> {
  if (documentIds.length === 0) return
  await Promise.all([closeSigned(db, actor, documentIds, now), endReviewReading(db, { documentIds }, now)])
}
