import type { Database } from '../../platform/db/index.ts'
import type { SealedEvent } from './canonical-event.rules.ts'

const lockKey = 90_210_451

export interface SealRow {
  id: number
  fromTx: string
  toTx: string
  eventIds: string[]
  leaves: Buffer
  root: Buffer
  previous: Buffer
  hash: Buffer
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

export async function insertSeal(db: Database, seal: SealRow, now: Date): Promise<void> {
  await db`insert into history.seal (id, from_tx, to_tx, event_ids, leaves, root, previous, hash, sealed_at)
    values (${seal.id}, ${seal.fromTx}::xid8, ${seal.toTx}::xid8, ${seal.eventIds}::text[]::bigint[], ${seal.leaves}, ${seal.root},
      ${seal.previous}, ${seal.hash}, ${now})`
}

/** Seals in their order, some at a time. */
export async function selectSeals(db: Database, afterId: number, limit: number): Promise<SealRow[]> {
  return db<SealRow[]>`
    select id::int, from_tx::text as "fromTx", to_tx::text as "toTx", event_ids::text[] as "eventIds", leaves, root, previous, hash
      from history.seal where seal.id > ${afterId} order by seal.id limit ${limit}`
}

/** What the history holds now for the transactions of a seal, or under the ids that it covers. */
export async function selectSealedEvents(db: Database, seal: SealRow): Promise<SealedEvent[]> {
  return db<SealedEvent[]>`
    select ${columns(db)} from history.event e
     where (e.tx >= ${seal.fromTx}::xid8 and e.tx < ${seal.toTx}::xid8) or e.id = any (${seal.eventIds}::text[]::bigint[])`
}
