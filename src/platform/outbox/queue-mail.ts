import type { Database } from '../db/index.ts'
import { enqueue } from '../jobs/index.ts'

export interface MessageToQueue {
  readonly recipient: string
  /** Absent: the installation's own sender. */
  readonly sender?: string
  readonly subject: string
  readonly body: string
  /** What it is about, for the administrator's outbox page: `envio de processo`. */
  readonly reason: string
}

/** Puts e-mails into the outbox in the caller's transaction; a job delivers each, or keeps it where there is no SMTP. */
export async function queueMail(db: Database, messages: readonly MessageToQueue[]): Promise<void> {
  for (const message of messages) {
    const [row] = await db<{ id: string }[]>`
      insert into mail.message (recipient, sender, subject, body, reason)
      values (${message.recipient}, ${message.sender ?? null}, ${message.subject.slice(0, 250)}, ${message.body}, ${message.reason})
      returning id`
    await enqueue(db, 'mail.deliver', { messageId: row?.id })
  }
}
