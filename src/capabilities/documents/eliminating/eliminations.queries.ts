import type { Database } from '../../../platform/db/index.ts'
import { emptied } from '../sealed-records.queries.ts'

/** Which term eliminated the content of how many documents. */
export interface Eliminated {
  readonly term: string
  readonly documents: number
}

/** The terms of which the history itself tells: what is gone by them is not missing. */
export async function eliminationsTold(db: Database): Promise<Eliminated[]> {
  return db<Eliminated[]>`
    select term, count(*)::int as documents from documents.lawfully_eliminated group by term order by term`
}

/** SQL refuses what is not lawful, whatever the caller believes. */
export async function insertEliminations(
  db: Database,
  { caseFileId, term }: { readonly caseFileId: string; readonly term: string },
  now: Date,
): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    insert into documents.elimination (document_id, case_file_id, term, eliminated_at)
    select d.id, d.case_file_id, ${term}, ${now} from documents.document d
     where d.case_file_id = ${caseFileId} order by d.id returning document_id as id`
  return rows.map(({ id }) => id)
}

/** Keeps the digests under which the texts were sealed, then empties them. */
export async function emptyVersions(db: Database, documentIds: readonly string[]): Promise<void> {
  await db`
    insert into documents.version_residue (document_id, number, content_sha256, text_sha256)
    select document_id, number, encode(sha256(convert_to(content::text, 'UTF8')), 'hex'),
           encode(sha256(convert_to(plain_text, 'UTF8')), 'hex')
      from documents.version where document_id = any (${[...documentIds]}::bigint[])`
  await db`update documents.version set content = ${emptied}::text::json, plain_text = ''
    where document_id = any (${[...documentIds]}::bigint[])`
}

/** Everything else that says what stood in them. */
export async function deleteCopies(db: Database, caseFileId: string, documentIds: readonly string[]): Promise<void> {
  const ids = [...documentIds]
  await Promise.all([
    db`delete from documents.draft where document_id = any (${ids}::bigint[])`,
    db`delete from documents.editing where document_id = any (${ids}::bigint[])`,
    db`delete from documents.form_answer where document_id = any (${ids}::bigint[])`,
    db`delete from documents.extracted_text where document_id = any (${ids}::bigint[])`,
    db`delete from documents.waiting_file where case_file_id = ${caseFileId}`,
    db`update documents.document set state = 'eliminated' where id = any (${ids}::bigint[]) and state = 'active'`,
  ])
}

/** SHA-256 of the files and images that they name. */
export async function selectFilesOf(db: Database, documentIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ sha256: string }[]>`
    select sha256 from documents.file where document_id = any (${[...documentIds]}::bigint[])
    union select sha256 from documents.image where document_id = any (${[...documentIds]}::bigint[])`
  return rows.map(({ sha256 }) => sha256)
}
