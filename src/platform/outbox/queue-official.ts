import type { Database } from '../db/index.ts'
import { enqueue } from '../jobs/index.ts'

/** A letter that is a document: the same for all its recipients, and delivered to each at most once. */
export interface OfficialLetter {
  /** Message-ID, the same for all: `<something@domain>`. */
  readonly messageKey: string
  readonly sender: string
  readonly recipients: readonly string[]
  readonly subject: string
  readonly body: string
  readonly reason: string
  readonly attachments: readonly {
    readonly fileName: string
    readonly mediaType: string
    readonly sha256: string
    readonly sizeBytes: number
  }[]
}

/**
 * Puts a copy for each recipient into the outbox, in the caller's transaction. Answers the ids of the copies in the order
 * of the recipients: each says what became of it.
 */
export async function queueOfficial(db: Database, letter: OfficialLetter): Promise<string[]> {
  const { messageKey, sender, subject, body, reason } = letter
  const attachments = letter.attachments.map((one, position) => ({ ...one, position }))
  const [rows] = await Promise.all([
    db<{ id: string; recipient: string }[]>`
      insert into mail.message (recipient, sender, subject, body, reason, official, message_key, all_recipients)
      select r.address, ${sender}, ${subject}, ${body}, ${reason}, true, ${messageKey}, ${[...letter.recipients]}::text[]
        from unnest(${[...letter.recipients]}::text[]) with ordinality as r(address, place) order by r.place
      returning id, recipient`,
    db`
      insert into mail.attachment (message_key, position, file_name, media_type, sha256, size_bytes)
      select ${messageKey}, a.position, a."fileName", a."mediaType", a.sha256, a."sizeBytes"
        from jsonb_to_recordset(${JSON.stringify(attachments)}::text::jsonb)
          as a(position int, "fileName" text, "mediaType" text, sha256 text, "sizeBytes" bigint)`,
  ])
  await Promise.all(rows.map(({ id }) => enqueue(db, 'mail.deliver', { messageId: id })))
  const ids = new Map(rows.map(({ id, recipient }) => [recipient, id]))
  return letter.recipients.map((address) => ids.get(address) ?? '')
}
