import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { updateNews, updateSeen, upsertReading } from './reading.queries.ts'

/** Marks that something happened which others should notice, such as a document included or signed (PRO-104). */
export async function noteNews(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await updateNews(db, actor, caseFileId, now)
}

/** Marks the case file as opened by this person and, where the unit holds it, by the unit. Safe to repeat. */
export async function markSeen(
  db: Database,
  actor: Actor,
  caseFile: { readonly id: string; readonly holding: unknown },
  now: Date,
): Promise<void> {
  await Promise.all([
    upsertReading(db, actor, caseFile.id, now),
    caseFile.holding ? updateSeen(db, actor, caseFile.id, now) : undefined,
  ])
}
