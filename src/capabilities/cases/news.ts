import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { deleteReading, updateNews, upsertReading } from './reading.queries.ts'

/** Marks that something happened which others should notice, such as a document included or signed (PRO-104). */
export async function noteNews(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await updateNews(db, actor, caseFileId, now)
}

/** Marks the case file as read by this person. Writes nothing where nothing happened since it was read last. */
export async function markSeen(
  db: Database,
  actor: Actor,
  caseFile: { readonly id: string; readonly unread: boolean },
  now: Date,
): Promise<void> {
  if (caseFile.unread) await upsertReading(db, actor, caseFile.id, now)
}

/** Forgets that this person has read the case file, so that opening it again counts as reading it (PRO-105). */
export async function forgetReading(db: Database, actor: Actor, caseFileId: string): Promise<void> {
  await deleteReading(db, actor, caseFileId)
}
