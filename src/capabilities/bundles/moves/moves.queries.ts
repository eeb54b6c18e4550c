import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { BundleState } from './moves.rules.ts'

export async function updateState(db: Database, bundleId: string, state: BundleState, now: Date): Promise<void> {
  await db`update bundles.bundle set state = ${state}, changed_at = ${now} where id = ${bundleId}`
}

export async function deleteBundleRow(db: Database, bundleId: string): Promise<void> {
  await db`delete from bundles.bundle where id = ${bundleId}`
}

/** One row a destination; in order, only the first has its turn now. */
export async function insertAvailabilities(
  db: Database,
  actor: Actor,
  bundle: { readonly id: string; readonly inOrder: boolean },
  now: Date,
): Promise<void> {
  await db`insert into bundles.availability (bundle_id, unit_id, position, made_at, made_by, begun_at)
    select bundle_id, unit_id, position, ${now}, ${actor.userId},
           case when ${bundle.inOrder} and position > min(position) over () then null else ${now}::timestamptz end
      from bundles.destination where bundle_id = ${bundle.id}`
}

export async function endAvailabilities(
  db: Database,
  actor: Actor,
  ending: {
    readonly bundleId: string
    readonly how: 'returned' | 'cancelled'
    readonly unitId?: string
    readonly note?: string
  },
  now: Date,
): Promise<void> {
  await db`update bundles.availability set ended_at = ${now}, ended_by = ${actor.userId}, ending = ${ending.how},
      note = ${ending.note ?? ''}
    where bundle_id = ${ending.bundleId} and ended_at is null
      and (${ending.unitId ?? null}::bigint is null or unit_id = ${ending.unitId ?? null}::bigint)`
}

/** The units that have it or wait for it; where nobody has it and somebody waits, the next one gets its turn now. */
export async function beginNextTurn(
  db: Database,
  bundleId: string,
  now: Date,
): Promise<{ unitsLeft: number; begun: string | undefined }> {
  const begun = await db<{ unitId: string }[]>`
    update bundles.availability set begun_at = ${now}
     where id = (select id from bundles.availability where bundle_id = ${bundleId} and ended_at is null order by position limit 1)
       and begun_at is null
       and not exists (select 1 from bundles.availability
                        where bundle_id = ${bundleId} and ended_at is null and begun_at is not null)
    returning unit_id as "unitId"`
  const [row] = await db<{ count: number }[]>`
    select count(*)::int from bundles.availability where bundle_id = ${bundleId} and ended_at is null`
  return { unitsLeft: row?.count ?? 0, begun: begun[0]?.unitId }
}

export async function wasEverReturned(db: Database, bundleId: string): Promise<boolean> {
  const rows =
    await db`select 1 from bundles.availability where bundle_id = ${bundleId} and ending = 'returned' limit 1`
  return rows.length > 0
}

/** The units that have it now. */
export async function selectHolders(db: Database, bundleId: string): Promise<string[]> {
  const rows = await db<{ unitId: string }[]>`
    select unit_id as "unitId" from bundles.availability
     where bundle_id = ${bundleId} and ended_at is null and begun_at is not null order by position`
  return rows.map(({ unitId }) => unitId)
}
