import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type ListRequest, patternsOf, type Reach, rowsPerPage, unitWithinReach } from '../organization/index.ts'

export interface UnitWithPointsRow {
  id: string
  acronym: string
  name: string
  agency: string
  /** Checkpoints in use. */
  points: number
  total: number
}

/** Units within reach in which people work, with how many checkpoints each has in use. */
export async function selectUnitsWithPoints(
  db: Database,
  reach: Reach,
  asked: ListRequest,
): Promise<UnitWithPointsRow[]> {
  return db<UnitWithPointsRow[]>`
    select u.id, u.acronym, u.name, g.acronym as agency,
           (select count(*)::int from checkpoints.checkpoint p where p.unit_id = u.id and p.deactivated_at is null) as points,
           (count(*) over ())::int as total
      from organization.unit u join organization.agency g on g.id = u.agency_id
     where u.deactivated_at is null and ${unitWithinReach(db, reach)}
       and platform.plain(lower(u.acronym || ' ' || u.name)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by g.position, g.acronym, u.acronym limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export interface UnitOfPointsRow {
  id: string
  acronym: string
  name: string
}

export async function selectUnitWithin(db: Database, reach: Reach, id: string): Promise<UnitOfPointsRow | undefined> {
  const [row] = await db<UnitOfPointsRow[]>`
    select u.id, u.acronym, u.name from organization.unit u
     where u.id = ${id} and ${unitWithinReach(db, reach)}`
  return row
}

export interface CheckpointRow {
  id: string
  name: string
  position: number
  active: boolean
}

/** The checkpoints of a unit in their order, those out of use last; at most 100. */
export async function selectCheckpoints(db: Database, unitId: string): Promise<CheckpointRow[]> {
  return db<CheckpointRow[]>`
    select id, name, position, deactivated_at is null as active from checkpoints.checkpoint
     where unit_id = ${unitId} order by deactivated_at is not null, position, id limit 100`
}

/** Undefined: the unit has one of this name, or too many. */
export async function insertCheckpoint(
  db: Database,
  actor: Actor,
  point: { readonly unitId: string; readonly name: string; readonly most: number },
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into checkpoints.checkpoint (unit_id, name, position, created_at, created_by)
    select ${point.unitId}, ${point.name}, coalesce(max(position), 0) + 1, ${now}, ${actor.userId}
      from checkpoints.checkpoint where unit_id = ${point.unitId} having count(*) < ${point.most}
    on conflict (unit_id, lower(name)) do nothing returning id`
  return row?.id
}

/** False: there is no such checkpoint in the unit, or another one has the name. */
export async function updateCheckpoint(
  db: Database,
  unitId: string,
  point: { readonly id: string; readonly name: string; readonly position: number; readonly active: boolean },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update checkpoints.checkpoint p set name = ${point.name}, position = ${point.position},
           deactivated_at = case when ${point.active} then null else coalesce(deactivated_at, ${now}) end
     where p.id = ${point.id} and p.unit_id = ${unitId} and not exists (
       select 1 from checkpoints.checkpoint o where o.unit_id = p.unit_id and lower(o.name) = lower(${point.name}) and o.id <> p.id)
    returning 1`
  return rows.length > 0
}
