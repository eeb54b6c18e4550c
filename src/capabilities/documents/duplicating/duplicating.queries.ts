import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

/** The present file of a document for another one, with its words; answers its digest where they were not read yet. */
export async function copyFile(
  db: Database,
  actor: Actor,
  fromId: string,
  toId: string,
  now: Date,
): Promise<string | undefined> {
  const [file, words] = await Promise.all([
    db<
      { sha256: string }[]
    >`insert into documents.file (document_id, sha256, size_bytes, extension, media_type, file_name, origin,
        conference_kind_id, added_at, added_by)
      select ${toId}, sha256, size_bytes, extension, media_type, file_name, origin, conference_kind_id, ${now}, ${actor.userId}
        from documents.file where document_id = ${fromId} and replaced_at is null returning sha256`,
    db`insert into documents.extracted_text (document_id, sha256, text, method, extracted_at, pages, next_page, unread_pages)
      select ${toId}, sha256, text, method, extracted_at, pages, next_page, unread_pages from documents.extracted_text where document_id = ${fromId} returning 1`,
  ])
  return words.length > 0 ? undefined : file[0]?.sha256
}
