import type { Database } from '../../../platform/db/index.ts'

export interface ImageRow {
  sha256: string
  sizeBytes: string
  mediaType: string
}

/** The images of one document serve the other too, as far as its text shows them. */
export async function copyImages(
  db: Database,
  fromId: string,
  toId: string,
  sha256s: readonly string[],
): Promise<void> {
  if (sha256s.length === 0) return
  await db`insert into documents.image (document_id, sha256, size_bytes, media_type, added_at)
    select ${toId}, sha256, size_bytes, media_type, added_at from documents.image
     where document_id = ${fromId} and sha256 = any (${[...sha256s]}) on conflict do nothing`
}

export async function insertImage(
  db: Database,
  documentId: string,
  image: { readonly sha256: string; readonly sizeBytes: number; readonly mediaType: string },
  now: Date,
): Promise<void> {
  await db`insert into documents.image (document_id, sha256, size_bytes, media_type, added_at)
    values (${documentId}, ${image.sha256}, ${image.sizeBytes}, ${image.mediaType}, ${now}) on conflict do nothing`
}

export async function selectImage(db: Database, documentId: string, sha256: string): Promise<ImageRow | undefined> {
  const [row] = await db<ImageRow[]>`
    select sha256, size_bytes as "sizeBytes", media_type as "mediaType" from documents.image
     where document_id = ${documentId} and sha256 = ${sha256}`
  return row
}

/**
 * Which of these images belong to the document; those of other documents whose content this person may read become its
 * own too, so that what is copied from one text to another keeps its images. Confidential ones do not travel.
 */
export async function claimImages(
  db: Database,
  documentId: string,
  sha256s: readonly string[],
  reader: { readonly userId: string; readonly unitId: string },
): Promise<string[]> {
  const wanted = [...sha256s]
  const rows = await db<{ sha256: string }[]>`
    with readable as (
      select distinct on (i.sha256) i.sha256, i.size_bytes, i.media_type, i.added_at
        from documents.image i
        join documents.document d on d.id = i.document_id
        join cases.case_file c on c.id = d.case_file_id
       where i.sha256 = any (${wanted}) and d.id <> ${documentId} and d.level <> 'confidential'
         and c.level <> 'confidential' and c.effective_level <> 'confidential'
         and documents.may_read(d, c, ${reader.userId}, ${reader.unitId}, platform.flag('per-document-internal'))
    ), copied as (
      insert into documents.image (document_id, sha256, size_bytes, media_type, added_at)
      select ${documentId}, sha256, size_bytes, media_type, added_at from readable
      on conflict do nothing returning sha256
    ) select sha256 from copied
      union select sha256 from documents.image where document_id = ${documentId} and sha256 = any (${wanted})`
  return rows.map(({ sha256 }) => sha256)
}
