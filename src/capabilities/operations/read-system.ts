import type { Database } from '../../platform/db/index.ts'
import { type MessageRow, selectMessages } from './mail.queries.ts'
import { deleteOldRequests, type SystemRow, selectSystem } from './system.queries.ts'

const pageSize = 50
const dayMs = 86_400_000

/** Figures of the running system. */
export function readSystem(db: Database): Promise<SystemRow> {
  return selectSystem(db)
}

/** A page of the outbox, newest first, and the id to go on from. */
export async function readOutbox(
  db: Database,
  before: string | undefined,
): Promise<{ readonly messages: readonly MessageRow[]; readonly next: string | undefined }> {
  const messages = await selectMessages(db, before, pageSize)
  return { messages, next: messages.length === pageSize ? messages.at(-1)?.id : undefined }
}

/** Forgets answers to forms and results of acts that nobody asks for any more: older than two days. */
export async function sweepRequests(db: Database, now: Date): Promise<void> {
  await deleteOldRequests(db, new Date(now.getTime() - 2 * dayMs))
}
