import type { Database } from '../../platform/db/index.ts'

export interface MessageRow {
  id: string
  recipient: string
  sender: string | null
  subject: string
  body: string
  reason: string
  state: 'queued' | 'sending' | 'kept' | 'sent' | 'rejected' | 'unconfirmed'
  tries: number
  problem: string | null
  createdAt: Date
  sentAt: Date | null
  /** Is a document: handed over at most once, and read there. */
  official: boolean
  messageKey: string | null
  allRecipients: string[]
}

const columns = (db: Database) => db`
  id, recipient, sender, subject, body, reason, state, tries, problem, created_at as "createdAt", sent_at as "sentAt",
  official, message_key as "messageKey", all_recipients as "allRecipients"`

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

/** Says that it is about to be handed over, before it is. False where somebody said so already. */
export async function claimOfficial(db: Database, id: string): Promise<boolean> {
  const { count } = await db`
    update mail.message set state = 'sending', tries = tries + 1 where id = ${id} and official and state = 'queued'`
  return count === 1
}

/** What became of one that was claimed. */
export async function settleOfficial(
  db: Database,
  id: string,
  change: { readonly state: MessageRow['state']; readonly problem?: string },
  now: Date,
): Promise<void> {
  await db`update mail.message set state = ${change.state}, problem = ${change.problem?.slice(0, 500) ?? null},
      sent_at = ${change.state === 'sent' ? now : null} where id = ${id} and official`
}

export interface AttachmentRow {
  fileName: string
  mediaType: string
  sha256: string
}

export async function selectAttachments(db: Database, messageKey: string): Promise<AttachmentRow[]> {
  return db<AttachmentRow[]>`select file_name as "fileName", media_type as "mediaType", sha256
    from mail.attachment where message_key = ${messageKey} order by position`
}

/** Newest first; `before` is the id to go on from. */
export async function selectMessages(db: Database, before: string | undefined, limit: number): Promise<MessageRow[]> {
  return db<MessageRow[]>`select ${columns(db)} from mail.message
    where id < ${before ?? '9223372036854775807'} order by id desc limit ${limit}`
}
