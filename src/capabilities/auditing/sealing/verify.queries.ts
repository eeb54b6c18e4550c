import type { Database } from '../../../platform/db/index.ts'

export interface SealedBundle {
  readonly id: string
  readonly entryIds: string[]
  readonly leaves: Buffer
}

export interface RemovalToVerify {
  readonly id: string
  readonly bundleIds: string[]
  readonly fileSha256: string
}

/** Bundles whose entries are in the trail, in their order, some at a time. */
export async function selectBundles(db: Database, afterId: string, limit: number): Promise<SealedBundle[]> {
  return db<SealedBundle[]>`
    select b.id, b.entry_ids::text[] as "entryIds", b.leaves from auditing.bundle b
     where b.id > ${afterId} and not exists (select from auditing.removal r where r.bundle_ids @> array[b.id])
     order by b.id limit ${limit}`
}

export async function selectBundlesById(db: Database, ids: readonly string[]): Promise<SealedBundle[]> {
  return db<SealedBundle[]>`
    select b.id, b.entry_ids::text[] as "entryIds", b.leaves
      from unnest(${[...ids]}::text[]::bigint[]) with ordinality as wanted (id, place)
      join auditing.bundle b on b.id = wanted.id order by wanted.place`
}

export async function selectRemovals(db: Database): Promise<RemovalToVerify[]> {
  return db<RemovalToVerify[]>`
    select id, bundle_ids::text[] as "bundleIds", file_sha256 as "fileSha256" from auditing.removal order by id`
}

/** Entries of a time that is sealed and that no bundle has, and those of transactions that have not begun. */
export async function selectSlippedIn(db: Database): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    (select e.id from auditing.entry e where e.tx < (select max(b.to_tx) from auditing.bundle b)
     except
     select unnest(b.entry_ids) from auditing.bundle b
      where not exists (select from auditing.removal r where r.bundle_ids @> array[b.id]))
    union
    select e.id from auditing.entry e where e.tx >= pg_snapshot_xmax(pg_current_snapshot())
    order by 1`
  return rows.map(({ id }) => id)
}
