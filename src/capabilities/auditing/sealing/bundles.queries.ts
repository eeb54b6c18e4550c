import type { Database } from '../../../platform/db/index.ts'
import type { Category } from '../resources.rules.ts'
import { type EntryToSeal, entryColumns } from './entry-text.queries.ts'

const lockKey = 90_210_452

export interface BundleToWrite {
  readonly category: Category
  readonly fromTx: string
  readonly toTx: string
  readonly entryIds: readonly string[]
  readonly leaves: Buffer
  readonly root: Buffer
  readonly firstAt: Date
  readonly lastAt: Date
  readonly sealedAt: Date
}

/** Up to which transaction the trail is sealed; `busy` where another process is sealing it now. */
export async function selectSealedUntil(db: Database): Promise<string | 'busy'> {
  const [row] = await db<{ mine: boolean; until: string }[]>`
    select pg_try_advisory_xact_lock(${lockKey}) as mine,
           coalesce((select to_tx from auditing.bundle order by to_tx desc limit 1), '0'::xid8)::text as until`
  return row?.mine ? row.until : 'busy'
}

/** Entries that no running transaction can precede any more, whole transactions, and the one before which the next begins. */
export async function selectSealable(
  db: Database,
  fromTx: string,
  limit: number,
): Promise<{ entries: EntryToSeal[]; toTx: string }> {
  const [bounds] = await db<{ toTx: string }[]>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as tx),
    page as (
      select e.tx from auditing.entry e, horizon where e.tx >= ${fromTx}::xid8 and e.tx < horizon.tx
       order by e.tx, e.id limit ${limit}
    )
    select case when (select count(*) from page) < ${limit} then (select tx from horizon)::text
                else ((select max(tx::text::bigint) from page) + 1)::text end as "toTx"`
  const toTx = bounds?.toTx ?? fromTx
  const entries = await db<EntryToSeal[]>`
    select ${entryColumns(db)} from auditing.entry e
     where e.tx >= ${fromTx}::xid8 and e.tx < ${toTx}::xid8 order by e.tx, e.id`
  return { entries, toTx }
}

export async function insertBundle(db: Database, bundle: BundleToWrite): Promise<void> {
  await db`
    insert into auditing.bundle (category, from_tx, to_tx, entry_ids, leaves, root, first_at, last_at, sealed_at)
    values (${bundle.category}, ${bundle.fromTx}::xid8, ${bundle.toTx}::xid8,
            ${[...bundle.entryIds]}::text[]::bigint[], ${bundle.leaves}, ${bundle.root}, ${bundle.firstAt},
            ${bundle.lastAt}, ${bundle.sealedAt})`
}
