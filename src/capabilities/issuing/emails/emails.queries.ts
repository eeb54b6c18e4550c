import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Attachment } from './attach-documents.ts'
import type { DeliveryState } from './emails.text.ts'

/** Where a unit sends from: its addresses, and what stands on the head of its papers. */
export interface SenderRow {
  agencyName: string
  agencyAcronym: string
  unitName: string
  addresses: string[]
}

export async function selectSender(db: Database, unitId: string): Promise<SenderRow> {
  const [row] = await db<SenderRow[]>`
    select a.name as "agencyName", a.acronym as "agencyAcronym", u.name as "unitName",
           array(select e.address from organization.unit_email e where e.unit_id = u.id order by e.id) as addresses
      from organization.unit u join organization.agency a on a.id = u.agency_id where u.id = ${unitId}`
  if (!row) throw new Error(`unit ${unitId} is gone`)
  return row
}

export interface EmailToInsert {
  readonly documentId: string
  readonly messageKey: string
  readonly sender: string
  readonly subject: string
  readonly message: string
  readonly recipients: readonly { readonly address: string; readonly messageId: string }[]
  readonly attachments: readonly Attachment[]
}

export async function insertEmail(db: Database, actor: Actor, email: EmailToInsert, now: Date): Promise<void> {
  const { documentId } = email
  const numbered = <Row extends object>(rows: readonly Row[]) =>
    JSON.stringify(rows.map((row, position) => ({ ...row, position })))
  await db`insert into issuing.email (document_id, message_key, sender, subject, message, at, account_id, unit_id)
    values (${documentId}, ${email.messageKey}, ${email.sender}, ${email.subject}, ${email.message}, ${now},
      ${actor.userId}, ${actor.unitId})`
  await Promise.all([
    db`insert into issuing.email_recipient (document_id, position, address, message_id)
      select ${documentId}, r.position, r.address, r."messageId"
        from jsonb_to_recordset(${numbered(email.recipients)}::text::jsonb)
          as r(position int, address text, "messageId" bigint)`,
    db`insert into issuing.email_attachment (document_id, position, file_name, media_type, extension, sha256, size_bytes, source_id)
      select ${documentId}, a.position, a."fileName", a."mediaType", a.extension, a.sha256, a."sizeBytes", a."sourceId"
        from jsonb_to_recordset(${numbered(email.attachments)}::text::jsonb)
          as a(position int, "fileName" text, "mediaType" text, extension text, sha256 text, "sizeBytes" bigint, "sourceId" bigint)`,
  ])
}

export interface SentEmailRow {
  sender: string
  subject: string
  at: Date
  recipients: { address: string; state: DeliveryState; problem: string | null; at: string | null }[]
  attachments: { position: number; fileName: string; sizeBytes: number }[]
}

/** An e-mail with what became of each of its copies. Whether its document may be read was asked before. */
export async function selectSentEmail(db: Database, documentId: string): Promise<SentEmailRow | undefined> {
  const [row] = await db<SentEmailRow[]>`
    select e.sender, e.subject, e.at,
           (select jsonb_agg(jsonb_build_object('address', r.address, 'state', m.state, 'problem', m.problem, 'at', m.sent_at)
                             order by r.position)
              from issuing.email_recipient r join mail.message m on m.id = r.message_id
             where r.document_id = e.document_id) as recipients,
           coalesce((select jsonb_agg(jsonb_build_object('position', a.position, 'fileName', a.file_name, 'sizeBytes', a.size_bytes)
                             order by a.position)
              from issuing.email_attachment a where a.document_id = e.document_id), '[]') as attachments
      from issuing.email e where e.document_id = ${documentId}`
  return row
}

export interface SentAttachmentRow {
  fileName: string
  mediaType: string
  extension: string
  sha256: string
  sizeBytes: string
}

export async function selectSentAttachment(
  db: Database,
  documentId: string,
  position: number,
): Promise<SentAttachmentRow | undefined> {
  const [row] = await db<SentAttachmentRow[]>`
    select file_name as "fileName", media_type as "mediaType", extension, sha256, size_bytes as "sizeBytes"
      from issuing.email_attachment where document_id = ${documentId} and position = ${position}`
  return row
}
