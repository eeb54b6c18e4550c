import type { Database } from '../../../platform/db/index.ts'

export interface BundleToRemove {
  readonly id: string
  readonly termId: string
  readonly entryIds: string[]
  readonly leaves: Buffer
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Bundles of one category past the term in force, the oldest first; sealed by the history before. */
export async function selectPastTerm(db: Database, now: Date, most: number): Promise<BundleToRemove[]> {
  return db<BundleToRemove[]>`
    with term as (
      select distinct on (t.category) t.id, t.category, t.months from auditing.term t where t.is_granted
       order by t.category, t.decided_at desc, t.id desc
    ), chosen as (
      select t.* from term t
       where t.months is not null
         and exists (select from auditing.bundle b
                      where b.category = t.category
                        and b.last_at < ${now}::timestamptz - make_interval(months => t.months)
                        and b.tx < (select s.to_tx from history.seal s order by s.id desc limit 1)
                        and not exists (select from auditing.removal r where r.bundle_ids @> array[b.id]))
       order by t.id limit 1
    )
    select b.id, chosen.id as "termId", b.entry_ids::text[] as "entryIds", b.leaves, b.first_at as "firstAt",
           b.last_at as "lastAt"
      from chosen join auditing.bundle b on b.category = chosen.category
     where b.last_at < ${now}::timestamptz - make_interval(months => chosen.months)
       and b.tx < (select s.to_tx from history.seal s order by s.id desc limit 1)
       and not exists (select from auditing.removal r where r.bundle_ids @> array[b.id])
     order by b.last_at, b.id limit ${most}`
}

/** One process at a time takes entries away. */
export async function lockRemoving(db: Database): Promise<boolean> {
  const [row] = await db<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(90210453) as mine`
  return row?.mine ?? false
}

export async function insertRemoval(
  db: Database,
  removal: {
    readonly termId: string
    readonly bundleIds: readonly string[]
    readonly entryIds: readonly string[]
    readonly sha256: string
    readonly sizeBytes: number
    readonly firstAt: Date
    readonly lastAt: Date
    readonly at: Date
  },
): Promise<void> {
  await db`
    insert into auditing.removal (term_id, bundle_ids, entries, file_sha256, file_bytes, first_at, last_at, removed_at)
    values (${removal.termId}, ${[...removal.bundleIds]}::text[]::bigint[], ${removal.entryIds.length},
            ${removal.sha256}, ${removal.sizeBytes}, ${removal.firstAt}, ${removal.lastAt}, ${removal.at})`
  await db`delete from auditing.entry where id = any (${[...removal.entryIds]}::text[]::bigint[])`
}
