import type { Database } from '../../../platform/db/index.ts'

export interface ConferenceKindRow {
  id: string
  name: string
}

export async function selectConferenceKinds(db: Database): Promise<ConferenceKindRow[]> {
  return db<ConferenceKindRow[]>`
    select id, name from classification.conference_kind where deactivated_at is null order by name`
}

/** Limits that the administrator set, by extension, in bytes; 0 takes the extension off the list (EST-044). */
export async function selectFileLimits(db: Database): Promise<Record<string, number>> {
  const [row] = await db<{ value: unknown }[]>`select value from platform.setting where name = 'documents.file-limits'`
  return row && typeof row.value === 'object' && row.value !== null ? (row.value as Record<string, number>) : {}
}

export interface FileToInsert {
  documentId: string
  sha256: string
  sizeBytes: string
  extension: string
  mediaType: string
  fileName: string
  origin: 'born-digital' | 'digitized'
  conferenceKindId: string | null
  /** Where it is included, when that is not the unit of its document. */
  includedIn?: string
}

export async function insertFiles(
  db: Database,
  files: readonly FileToInsert[],
  by: { readonly accountId: string },
  now: Date,
): Promise<void> {
  await db`insert into documents.file (document_id, sha256, size_bytes, extension, media_type, file_name, origin, conference_kind_id, included_in, added_at, added_by)
    select f."documentId", f.sha256, f."sizeBytes", f.extension, f."mediaType", f."fileName", f.origin, f."conferenceKindId", coalesce(f."includedIn", ''), ${now}, ${by.accountId}
      from jsonb_to_recordset(${JSON.stringify(files)}::text::jsonb) as f("documentId" bigint, sha256 text, "sizeBytes" bigint,
        extension text, "mediaType" text, "fileName" text, origin text, "conferenceKindId" bigint, "includedIn" text)`
}

/** The file that was there is kept on record, no longer current; certifications were of it. */
export async function retireFile(db: Database, documentId: string, now: Date): Promise<void> {
  await db`with retired as (
      update documents.file set replaced_at = ${now} where document_id = ${documentId} and replaced_at is null returning document_id
    ) update documents.document d set signature_count = 0 from retired where d.id = retired.document_id`
}

export interface CurrentFileRow {
  sha256: string
  extension: string
  caseFileId: string
}

export async function selectCurrentFile(db: Database, documentId: string): Promise<CurrentFileRow | undefined> {
  const [row] = await db<CurrentFileRow[]>`
    select f.sha256, f.extension, d.case_file_id as "caseFileId" from documents.file f
      join documents.document d on d.id = f.document_id
     where f.document_id = ${documentId} and f.replaced_at is null and d.state = 'active'`
  return row
}

/** Keeps the words of a file, unless the document got another file meanwhile. */
export async function upsertExtractedText(
  db: Database,
  documentId: string,
  found: ExtractedWords,
  now: Date,
): Promise<void> {
  await db`insert into documents.extracted_text (document_id, sha256, text, method, extracted_at, pages, next_page)
    select f.document_id, ${found.sha256}, ${found.text}, ${found.method}, ${now}, ${found.pages ?? null}::int,
           ${found.isScan ? 1 : null}::int from documents.file f
     where f.document_id = ${documentId} and f.replaced_at is null and f.sha256 = ${found.sha256}
    on conflict (document_id) do update set sha256 = excluded.sha256, text = excluded.text, method = excluded.method,
           extracted_at = excluded.extracted_at, pages = excluded.pages, next_page = excluded.next_page, unread_pages = 0,
           claimed_until = null, attempts = 0`
}

interface ExtractedWords {
  readonly sha256: string
  readonly text: string
  readonly method: string
  readonly pages: number | undefined
  /** Its words have still to be recognized. */
  readonly isScan: boolean
}
