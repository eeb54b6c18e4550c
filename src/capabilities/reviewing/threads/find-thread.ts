import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { findDocument } from '../../documents/index.ts'
import { reviewAccess } from '../review-access.ts'
import { selectNumberOfThread } from './threads.queries.ts'

/** The document of a thread, by the thread's id. Undefined when there is no such thread for this actor. */
export async function findThread(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ readonly number: string } | undefined> {
  const number = /^\d{1,18}$/.test(id) ? await selectNumberOfThread(db, actor, id) : undefined
  const document = await findDocument(db, actor, number ?? '0', 'reading', now)
  return document && reviewAccess(document, actor).sees ? { number: document.number } : undefined
}
