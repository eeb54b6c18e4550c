import type { Database } from '../../../platform/db/index.ts'
import { type Found, locate } from '../../../rich-text/index.ts'
import { selectThreads, type ThreadRow } from './threads.queries.ts'

export interface PlacedThread {
  readonly thread: ThreadRow
  /** Where its passage stands now; undefined: it is no longer in the text. */
  readonly place: Found | undefined
}

/** The threads of a document that has passed the gate, each with the place of its passage in the text as it is now. */
export async function placedThreads(
  db: Database,
  documentId: string,
  texts: readonly string[],
): Promise<PlacedThread[]> {
  const threads = await selectThreads(db, documentId)
  return threads.map((thread) => ({ thread, place: locate(texts, thread) }))
}
