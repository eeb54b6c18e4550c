import type { Database } from '../../platform/db/index.ts'
import type { RecordSource, SealedRecord } from '../history/index.ts'

/** What is left in the place of a text. */
export const emptied = '{"type":"doc","content":[]}'

const moment = (db: Database, column: string) =>
  db`to_char(${db(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Of a text that a term eliminated, a digest under which it was sealed: as long as the history tells of the term. */
const residue = (db: Database, column: 'content_sha256' | 'text_sha256') => db`
  (select x.${db(column)} from documents.version_residue x
    where x.document_id = v.document_id and x.number = v.number and v.plain_text = '' and v.content::text = ${emptied}
      and documents.lawful_term(x.document_id) is not null)`

const versions = (db: Database) => db`
  select document_id || '/' || number as key,
         array[document_id::text, number::text, encode(sha256, 'hex'),
           coalesce(${residue(db, 'content_sha256')}, encode(sha256(convert_to(content::text, 'UTF8')), 'hex')),
           coalesce(${residue(db, 'text_sha256')}, encode(sha256(convert_to(plain_text, 'UTF8')), 'hex')),
           kind, ${moment(db, 'saved_at')}, account_id::text, unit_id::text, tx::text] as values
    from documents.version v`

const files = (db: Database) => db`
  select id::text as key,
         array[id::text, document_id::text, sha256, size_bytes::text, extension, media_type, file_name, origin,
           conference_kind_id::text, ${moment(db, 'added_at')}, added_by::text, tx::text]
           || case when included_in = '' then '{}'::text[] else array[included_in] end as values
    from documents.file`

const images = (db: Database) => db`
  select document_id || '/' || sha256 as key,
         array[document_id::text, sha256, size_bytes::text, media_type, ${moment(db, 'added_at')}, tx::text] as values
    from documents.image`

const during = (db: Database, from: string, to: string | undefined) =>
  to === undefined ? db`where tx >= ${from}::xid8` : db`where tx >= ${from}::xid8 and tx < ${to}::xid8`

/** Texts, files and images of documents, as the history seals them: everything of them that never changes. */
export const documentRecords: readonly RecordSource[] = [
  {
    kind: 'versao',
    written: (db, from, to) => db<SealedRecord[]>`${versions(db)} ${during(db, from, to)} order by document_id, number`,
    withKeys: (db, keys) => db<SealedRecord[]>`${versions(db)} where (document_id, number) in (
      select split_part(key, '/', 1)::bigint, split_part(key, '/', 2)::int from unnest(${[...keys]}::text[]) as wanted (key))`,
  },
  {
    kind: 'arquivo',
    written: (db, from, to) => db<SealedRecord[]>`${files(db)} ${during(db, from, to)} order by id`,
    withKeys: (db, keys) => db<SealedRecord[]>`${files(db)} where id = any (${[...keys]}::text[]::bigint[])`,
  },
  {
    kind: 'imagem',
    written: (db, from, to) => db<SealedRecord[]>`${images(db)} ${during(db, from, to)} order by document_id, sha256`,
    withKeys: (db, keys) => db<SealedRecord[]>`${images(db)} where (document_id, sha256) in (
      select split_part(key, '/', 1)::bigint, split_part(key, '/', 2) from unnest(${[...keys]}::text[]) as wanted (key))`,
  },
]

/** SHA-256 of stored files that documents name, those of eliminated documents left out, after the given one, in order; some at a time. */
export async function selectNamedFiles(db: Database, after: string, limit: number): Promise<string[]> {
  const rows = await db<{ sha256: string }[]>`
    select sha256 from documents.file f where f.sha256 > ${after} and not exists (
      select 1 from documents.lawfully_eliminated e where e.document_id = f.document_id)
    union select sha256 from documents.image i where i.sha256 > ${after} and not exists (
      select 1 from documents.lawfully_eliminated e where e.document_id = i.document_id)
     order by sha256 limit ${limit}`
  return rows.map(({ sha256 }) => sha256)
}
