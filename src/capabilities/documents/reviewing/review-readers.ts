import type { Database } from '../../../platform/db/index.ts'
import { closeReviewReaders, insertReviewReader, type ReviewReading } from './review-readers.queries.ts'

/**
 * Opens a draft to a person of another unit who was asked to review it: to be read there, never to be written in. Whoever
 * may not find its case file still does not (PRO-067). In the transaction of the request, with the document `locked`.
 */
export async function beginReviewReading(db: Database, reading: ReviewReading, now: Date): Promise<void> {
  await insertReviewReader(db, reading, now)
}

/** Ends at once what `beginReviewReading` began: for one person, or for all who were asked. */
export async function endReviewReading(
  db: Database,
  ended: { readonly documentIds: readonly string[]; readonly accountId?: string | undefined },
  now: Date,
): Promise<void> {
  await closeReviewReaders(db, ended, now)
}
