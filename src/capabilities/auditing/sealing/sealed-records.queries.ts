import type { Database } from '../../../platform/db/index.ts'
import type { RecordSource, SealedRecord } from '../../history/index.ts'

const moment = (db: Database, column: string) =>
  db`to_char(${db(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const bundles = (db: Database) => db`
  select id::text as key,
         array[id::text, category, from_tx::text, to_tx::text, encode(sha256(entry_ids::text::bytea), 'hex'),
           encode(sha256(leaves), 'hex'), encode(root, 'hex'), ${moment(db, 'first_at')}, ${moment(db, 'last_at')},
           ${moment(db, 'sealed_at')}, tx::text] as values
    from auditing.bundle`

const removals = (db: Database) => db`
  select id::text as key,
         array[id::text, term_id::text, bundle_ids::text, entries::text, file_sha256, file_bytes::text,
           ${moment(db, 'first_at')}, ${moment(db, 'last_at')}, ${moment(db, 'removed_at')}, tx::text] as values
    from auditing.removal`

const during = (db: Database, from: string, to: string | undefined) =>
  to === undefined ? db`where tx >= ${from}::xid8` : db`where tx >= ${from}::xid8 and tx < ${to}::xid8`

/** Bundles of the trail, and what was taken out of it past its term, as the history seals them. */
export const trailRecords: readonly RecordSource[] = [
  {
    kind: 'trilha',
    written: (db, from, to) => db<SealedRecord[]>`${bundles(db)} ${during(db, from, to)} order by id`,
    withKeys: (db, keys) => db<SealedRecord[]>`${bundles(db)} where id = any (${[...keys]}::text[]::bigint[])`,
  },
  {
    kind: 'retirada',
    written: (db, from, to) => db<SealedRecord[]>`${removals(db)} ${during(db, from, to)} order by id`,
    withKeys: (db, keys) => db<SealedRecord[]>`${removals(db)} where id = any (${[...keys]}::text[]::bigint[])`,
  },
]
