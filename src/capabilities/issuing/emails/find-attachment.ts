import type { Database } from '../../../platform/db/index.ts'
import type { Document } from '../../documents/index.ts'
import { type SentAttachmentRow, selectSentAttachment } from './emails.queries.ts'

/** What went with an e-mail, by its place from 1; only of an e-mail that may be read. */
export async function findAttachment(
  db: Database,
  document: Pick<Document, 'id' | 'role' | 'readRefusals'>,
  place: string,
): Promise<SentAttachmentRow | undefined> {
  if (document.role !== 'email' || document.readRefusals.length > 0 || !/^[1-9]\d?$/.test(place)) return undefined
  return selectSentAttachment(db, document.id, Number(place) - 1)
}
