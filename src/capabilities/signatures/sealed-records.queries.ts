import type { Database } from '../../platform/db/index.ts'
import type { RecordSource, SealedRecord } from '../history/index.ts'

const moment = (db: Database, column: string) =>
  db`to_char(${db(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Of bytes that a term eliminated, what was sealed of them: as long as the history tells of the term. */
const residue = (db: Database, column: 'bytes_sha256' | 'length') => db`
  (select x.${db(column)} from signatures.content_residue x
    where x.sha256 = c.sha256 and c.bytes = ''::bytea and documents.lawful_term(x.document_id) is not null)`

const contents = (db: Database) => db`
  select encode(sha256, 'hex') as key,
         array[encode(sha256, 'hex'), coalesce(${residue(db, 'bytes_sha256')}, encode(sha256(bytes), 'hex')), coalesce(${residue(db, 'length')}, length(bytes))::text, ${moment(db, 'created_at')},
           tx::text] as values
    from signatures.signed_content c`

const signatures = (db: Database) => db`
  select id::text as key,
         array[id::text, document_id::text, version::text, file_id::text, kind, account_id::text, unit_id::text,
           signer_name, capacity, unit_acronym, agency_acronym, method, encode(sha256, 'hex'),
           ${moment(db, 'signed_at')}, encode(statement_sha256, 'hex'), crc, tx::text] as values
    from signatures.signature`

const during = (db: Database, from: string, to: string | undefined) =>
  to === undefined ? db`where tx >= ${from}::xid8` : db`where tx >= ${from}::xid8 and tx < ${to}::xid8`

/** Signatures and the bytes that were signed, as the history seals them. */
export const signatureRecords: readonly RecordSource[] = [
  {
    kind: 'conteudo',
    written: (db, from, to) => db<SealedRecord[]>`${contents(db)} ${during(db, from, to)} order by sha256`,
    withKeys: (db, keys) => db<SealedRecord[]>`${contents(db)} where sha256 in (
      select decode(key, 'hex') from unnest(${[...keys]}::text[]) as wanted (key))`,
  },
  {
    kind: 'assinatura',
    written: (db, from, to) => db<SealedRecord[]>`${signatures(db)} ${during(db, from, to)} order by id`,
    withKeys: (db, keys) => db<SealedRecord[]>`${signatures(db)} where id = any (${[...keys]}::text[]::bigint[])`,
  },
]
