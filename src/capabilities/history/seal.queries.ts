import type { Database } from '../../platform/db/index.ts'
import type { SealedEvent } from './canonical-event.rules.ts'

const lockKey = 90_210_451

export interface SealRow {
  id: number
  fromTx: string
  toTx: string
  eventIds: string[]
  /** Null: a seal of the time before records were sealed. */
  recordKeys: string[] | null
  leaves: Buffer
  root: Buffer
  previous: Buffer
  hash: Buffer
  /** UTC with microseconds. */
  sealedAt: string
}

/** The last seal, or the beginning of the chain; `busy` where another node is sealing now. */
export async function selectLastSeal(db: Database): Promise<{ id: number; toTx: string; hash: Buffer } | 'busy'> {
  const [lock] = await db<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${lockKey}) as mine`
  if (!lock?.mine) return 'busy'
  const [row] = await db<{ id: number; toTx: string; hash: Buffer }[]>`
    select id::int, to_tx::text as "toTx", hash from history.seal order by seal.id desc limit 1`
  return row ?? { id: 0, toTx: '0', hash: Buffer.alloc(32) }
}

const columns = (db: Database) => db`
  e.id, e.case_file_id as "caseFileId", e.document_id as "documentId", e.kind, e.facts::text as facts, e.scope,
  e.account_id as "accountId", e.unit_id as "unitId",
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.tx::text as tx`

/**
 * Events from the transaction on that no running transaction can precede, whole transactions only, and the transaction
 * before which the next seal begins.
 */
export async function selectSealable(
  db: Database,
  fromTx: string,
  limit: number,
): Promise<{ events: SealedEvent[]; toTx: string }> {
  const [bounds] = await db<{ toTx: string }[]>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as tx),
    page as (
      select e.tx from history.event e, horizon where e.tx >= ${fromTx}::xid8 and e.tx < horizon.tx order by e.tx, e.id limit ${limit}
    )
    select case when (select count(*) from page) < ${limit} then (select tx from horizon)::text
                else ((select max(tx::text::bigint) from page) + 1)::text end as "toTx"`
  const toTx = bounds?.toTx ?? fromTx
  const events = await db<SealedEvent[]>`
    select ${columns(db)} from history.event e where e.tx >= ${fromTx}::xid8 and e.tx < ${toTx}::xid8 order by e.tx, e.id`
  return { events, toTx }
}

export async function insertSeal(db: Database, seal: SealRow): Promise<void> {
  await db`insert into history.seal (id, from_tx, to_tx, event_ids, record_keys, leaves, root, previous, hash, sealed_at)
    values (${seal.id}, ${seal.fromTx}::xid8, ${seal.toTx}::xid8, ${seal.eventIds}::text[]::bigint[],
      ${seal.recordKeys}::text[], ${seal.leaves}, ${seal.root},
      ${seal.previous}, ${seal.hash}, ${seal.sealedAt}::text::timestamptz)`
}

const sealColumns = (db: Database) => db`
  seal.id::int, from_tx::text as "fromTx", to_tx::text as "toTx", event_ids::text[] as "eventIds",
  record_keys as "recordKeys", leaves, root, previous, hash,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt"`

/** For each transaction the seal that covers it; none where it is not sealed yet. */
export async function selectSealsOf(db: Database, transactions: readonly string[]): Promise<SealRow[]> {
  return db<SealRow[]>`
    select ${sealColumns(db)} from history.seal where seal.id in (
      select s.id from unnest(${[...transactions]}::text[]) as wanted (tx)
       cross join lateral (select id, from_tx from history.seal where to_tx > wanted.tx::xid8 order by to_tx limit 1) s
       where s.from_tx <= wanted.tx::xid8)`
}

/** Whether the last seal reaches past all these transactions. */
export async function areSealed(db: Database, transactions: readonly string[]): Promise<boolean> {
  const [row] = await db<{ sealed: boolean }[]>`
    select coalesce((select to_tx from history.seal order by seal.id desc limit 1), '0'::xid8)
           > all (${[...transactions]}::text[]::xid8[]) as sealed`
  return row?.sealed ?? false
}

/** Seals in their order, some at a time. */
export async function selectSeals(db: Database, afterId: number, limit: number): Promise<SealRow[]> {
  return db<SealRow[]>`
    select ${sealColumns(db)} from history.seal where seal.id > ${afterId} order by seal.id limit ${limit}`
}

/** What the history holds now for the transactions of a seal, or under the ids that it covers. */
export async function selectSealedEvents(db: Database, seal: SealRow): Promise<SealedEvent[]> {
  return db<SealedEvent[]>`
    select ${columns(db)} from history.event e
     where (e.tx >= ${seal.fromTx}::xid8 and e.tx < ${seal.toTx}::xid8) or e.id = any (${seal.eventIds}::text[]::bigint[])`
}

/** Ids of events of a time that has not come yet: no transaction of this server can have written them. */
export async function selectImpossibleEvents(db: Database): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select e.id from history.event e where e.tx >= pg_snapshot_xmax(pg_current_snapshot()) order by e.id`
  return rows.map(({ id }) => id)
}

/** The first transaction that has not begun. */
export async function selectNextTx(db: Database): Promise<string> {
  const [row] = await db<{ tx: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as tx`
  return row?.tx ?? '0'
}
