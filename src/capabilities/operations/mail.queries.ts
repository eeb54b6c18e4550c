import type { Database } from '../../platform/db/index.ts'

export interface MessageRow {
  id: string
  recipient: string
  sender: string | null
  subject: string
  body: string
  reason: string
  state: 'queued' | 'kept' | 'sent' | 'rejected'
  tries: number
  problem: string | null
  createdAt: Date
  sentAt: Date | null
}

const columns = (db: Database) => db`
  id, recipient, sender, subject, body, reason, state, tries, problem, created_at as "createdAt", sent_at as "sentAt"`

export async function selectMessage(db: Database, id: string): Promise<MessageRow | undefined> {
  const [row] = await db<MessageRow[]>`select ${columns(db)} from mail.message where id = ${id}`
  return row
}

export async function updateMessage(
  db: Database,
  id: string,
  change: { readonly state: MessageRow['state']; readonly problem?: string },
  now: Date,
): Promise<void> {
  await db`update mail.message set state = ${change.state}, problem = ${change.problem?.slice(0, 500) ?? null},
      tries = tries + 1, sent_at = ${change.state === 'sent' ? now : null} where id = ${id}`
}

/** Newest first; `before` is the id to go on from. */
export async function selectMessages(db: Database, before: string | undefined, limit: number): Promise<MessageRow[]> {
  return db<MessageRow[]>`select ${columns(db)} from mail.message
    where id < ${before ?? '9223372036854775807'} order by id desc limit ${limit}`
}
