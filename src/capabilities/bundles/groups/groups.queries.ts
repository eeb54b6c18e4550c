import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface BundleGroup {
  readonly id: string
  readonly name: string
  readonly deactivated: boolean
  readonly bundleCount: number
}

/** The groups of the unit, the active ones first; at most 200. */
export async function selectGroups(db: Database, actor: Actor): Promise<BundleGroup[]> {
  return db<BundleGroup[]>`
    select g.id, g.name, g.deactivated_at is not null as deactivated,
           (select count(*)::int from bundles.filing f where f.group_id = g.id) as "bundleCount"
      from bundles.bundle_group g where g.unit_id = ${actor.unitId}
     order by g.deactivated_at is not null, platform.plain(lower(g.name)) limit 200`
}

export async function selectGroup(
  db: Database,
  actor: Actor,
  id: string,
): Promise<Pick<BundleGroup, 'id' | 'deactivated'> | undefined> {
  const [row] = await db<Pick<BundleGroup, 'id' | 'deactivated'>[]>`
    select id, deactivated_at is not null as deactivated from bundles.bundle_group
     where id = ${id} and unit_id = ${actor.unitId} for share`
  return row
}

/** False where the unit has a group of this name. */
export async function insertGroup(db: Database, actor: Actor, name: string, now: Date): Promise<boolean> {
  const inserted = await db`
    insert into bundles.bundle_group (unit_id, name, created_at) values (${actor.unitId}, ${name}, ${now})
    on conflict do nothing returning id`
  return inserted.length > 0
}

export async function setGroupDeactivated(db: Database, actor: Actor, id: string, at: Date | null): Promise<boolean> {
  const updated = await db`update bundles.bundle_group set deactivated_at = ${at}
    where id = ${id} and unit_id = ${actor.unitId} returning id`
  return updated.length > 0
}

/** 'kept': it still holds bundles (BLO-008). */
export async function deleteGroup(db: Database, actor: Actor, id: string): Promise<'deleted' | 'kept' | 'missing'> {
  const [group] = await db`select 1 from bundles.bundle_group where id = ${id} and unit_id = ${actor.unitId} for update`
  if (!group) return 'missing'
  const deleted = await db`delete from bundles.bundle_group g where g.id = ${id}
    and not exists (select 1 from bundles.filing f where f.group_id = g.id) returning id`
  return deleted.length > 0 ? 'deleted' : 'kept'
}
