import type { Database } from '../../../platform/db/index.ts'
import type { SignatureLevel } from './signature-level.rules.ts'

export interface TextToSignRow {
  documentId: string
  version: number
  sha256: string
  /** The kept text gives its hash. */
  intact: boolean
  content: unknown
  /** No word differs from what the document began with: the model, or the text it was made from (DOC-068). */
  untouched: boolean
  savedAt: Date
  savedBy: string
  /** Who has typed something that is in no version yet. */
  unsavedBy: string | null
  /** Of the unit that made the document, on the day when it was made. */
  agencyAcronym: string
  /** The least that a signature of its type must be (TR-07). */
  leastLevel: SignatureLevel
}

/** The present text of documents, in one statement. */
export async function selectTexts(db: Database, documentIds: readonly string[]): Promise<TextToSignRow[]> {
  return db<TextToSignRow[]>`
    select d.id as "documentId", v.number as version, encode(v.sha256, 'hex') as sha256,
           sha256(convert_to(v.content::text, 'UTF8')) = v.sha256 as intact, v.content,
           v.plain_text = b.plain_text as untouched, v.saved_at as "savedAt", coalesce(a.social_name, a.name) as "savedBy",
           (select coalesce(w.social_name, w.name) from documents.draft r join identity.account w on w.id = r.account_id
             where r.document_id = d.id and r.base_version = d.version order by r.saved_at desc limit 1) as "unsavedBy",
           coalesce(n.acronym, g.acronym) as "agencyAcronym", t.signature_level as "leastLevel"
      from documents.document d
      join classification.document_type t on t.id = d.document_type_id
      join documents.version v on v.document_id = d.id and v.number = d.version
      join documents.version b on b.document_id = d.id and b.number = 1
      join identity.account a on a.id = v.account_id
      join organization.unit u on u.id = d.unit_id
      join organization.agency g on g.id = u.agency_id
      left join organization.agency_name n on n.agency_id = g.id and n.valid @> d.created_at::date
     where d.id = any (${[...documentIds]}::bigint[])`
}

/** The case files of documents, to pass their gate. Numbers that are nobody's are left out. */
export async function selectCasesOf(db: Database, numbers: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct case_file_id as id from documents.document where number = any (${[...numbers]}::bigint[])`
  return rows.map(({ id }) => id)
}

/** Which of these case files hold drafts of the unit, or of units it succeeds. */
export async function selectCasesWithDrafts(
  db: Database,
  unitId: string,
  caseFileIds: readonly string[],
): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct case_file_id as id from documents.document
     where case_file_id = any (${[...caseFileIds]}::bigint[]) and kind = 'authored' and signature_count = 0
       and state = 'active' and unit_id in (select organization.lineage(${unitId}))`
  return rows.map(({ id }) => id)
}
