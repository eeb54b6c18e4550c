import type { Database } from '../../../platform/db/index.ts'

/**
 * Erases what was written in e-mails, and in the lists of which documents were made, whose documents are being eliminated,
 * in that transaction. Answers the SHA-256 of attached files, which nobody needs any more on their account.
 */
export async function eraseEmails(trx: Database, documentIds: readonly string[]): Promise<string[]> {
  const ids = [...documentIds]
  const [files] = await Promise.all([
    trx<{ sha256: string }[]>`
      select distinct sha256 from issuing.email_attachment where document_id = any (${ids}::bigint[])`,
    trx`update issuing.email set message = '(conteúdo eliminado)' where document_id = any (${ids}::bigint[])`,
    trx`delete from mail.attachment where message_key in (
      select message_key from issuing.email where document_id = any (${ids}::bigint[]))`,
    trx`update mail.message set body = '(conteúdo eliminado)' where message_key in (
      select message_key from issuing.email where document_id = any (${ids}::bigint[])) and state not in ('queued', 'sending')`,
    trx`update issuing.batch_row set fields = '{}' where document_number in (
      select lpad(number::text, 7, '0') from documents.document where id = any (${ids}::bigint[]))`,
  ])
  return files.map(({ sha256 }) => sha256)
}
