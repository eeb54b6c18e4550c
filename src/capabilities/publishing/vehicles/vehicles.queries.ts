import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Reach } from '../../organization/index.ts'
import type { Vehicle, VehicleToSave } from './vehicle.ts'

interface VehicleRow extends Omit<Vehicle, 'agencyId' | 'agencyAcronym' | 'cutOff' | 'approvingUnit'> {
  approvingUnit: Vehicle['approvingUnit'] | null
  agencyId: string | null
  agencyAcronym: string | null
  cutOff: string | null
}

const columns = (db: Database) => db`
  v.id, v.agency_id as "agencyId", g.acronym as "agencyAcronym", v.kind, v.acronym, v.name, v.time_zone as "timeZone", v.weekdays,
  to_char(v.cut_off, 'HH24:MI') as "cutOff", v.address, v.deactivated_at is null as active,
  v.email, v.closed_days::text[] as "closedDays", v.terms_from as "termsFrom", ${approvingUnit(db)} as "approvingUnit"
  from publishing.vehicle v left join organization.agency g on g.id = v.agency_id`

/** Of a vehicle `v`: who approves and sends. */
export const approvingUnit = (db: Database) => db`
  (select jsonb_build_object('id', au.id::text, 'acronym', au.acronym, 'label', au.acronym || ' (' || ag.acronym || ')')
     from organization.unit au join organization.agency ag on ag.id = au.agency_id where au.id = v.approving_unit_id)`

/** The vehicles that take documents of this type from the unit's agency: the bulletin first. */
export async function selectVehiclesFor(db: Database, actor: Actor, typeId: string): Promise<Vehicle[]> {
  const rows = await db<VehicleRow[]>`
    select ${columns(db)} join publishing.vehicle_type t on t.vehicle_id = v.id and t.document_type_id = ${typeId}
     where v.deactivated_at is null and (v.agency_id is null or v.agency_id = ${actor.agencyId})
     order by v.kind desc, v.agency_id nulls last, v.acronym limit 50`
  return rows.map(vehicleOf)
}

export async function selectVehicle(db: Database, id: string): Promise<Vehicle | undefined> {
  const [row] = await db<VehicleRow[]>`select ${columns(db)} where v.id = ${id}`
  return row && vehicleOf(row)
}

/** Those that the administrator keeps: of an agency within reach, and those of all where the reach is the installation. */
export async function selectVehiclesWithin(db: Database, reach: Reach): Promise<Vehicle[]> {
  const rows = await db<VehicleRow[]>`
    select ${columns(db)}
     where ${reach.agencyId === undefined ? db`true` : db`v.agency_id = ${reach.agencyId}`}
     order by v.deactivated_at is not null, v.kind desc, g.acronym nulls first, v.acronym limit 200`
  return rows.map(vehicleOf)
}

/** Bulletins that have come out somewhere, or are in use: what the public may choose. */
export async function selectPublicVehicles(db: Database): Promise<Vehicle[]> {
  const rows = await db<VehicleRow[]>`
    select ${columns(db)} where v.deactivated_at is null order by v.kind desc, g.acronym nulls first, v.acronym limit 50`
  return rows.map(vehicleOf)
}

export interface TypeOfVehicleRow {
  id: string
  name: string
  taken: boolean
}

/** The types of document that are written here, and whether the vehicle takes them. */
export async function selectTypesOf(db: Database, vehicleId: string | undefined): Promise<TypeOfVehicleRow[]> {
  return db<TypeOfVehicleRow[]>`
    select t.id, t.name, exists (select 1 from publishing.vehicle_type x
                                  where x.document_type_id = t.id and x.vehicle_id = ${vehicleId ?? null}) as taken
      from classification.document_type t
     where t.applies_to <> 'uploaded' and not t.internal
       and (t.deactivated_at is null or exists (select 1 from publishing.vehicle_type x
                                                 where x.document_type_id = t.id and x.vehicle_id = ${vehicleId ?? null}))
     order by lower(platform.plain(t.name)) limit 500`
}

/** Types that some vehicle of the unit's agency takes: what a final version may be. */
export async function selectPublishableTypes(db: Database, actor: Actor): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select t.id, t.name from classification.document_type t
     where t.deactivated_at is null and t.applies_to in ('authored', 'both') and not t.internal
       and exists (select 1 from publishing.vehicle_type x join publishing.vehicle v on v.id = x.vehicle_id
                    where x.document_type_id = t.id and v.deactivated_at is null
                      and (v.agency_id is null or v.agency_id = ${actor.agencyId}))
     order by lower(platform.plain(t.name)) limit 200`
}

/** Undefined: the acronym is taken there, or the agency has its bulletin already. */
export async function insertVehicle(
  db: Database,
  actor: Actor,
  vehicle: VehicleToSave,
  now: Date,
): Promise<string | undefined> {
  const { agencyId = null, kind, acronym, name, timeZone, weekdays, cutOff = null, address } = vehicle
  const { approvingUnitId = null, email = '', closedDays = [], termsFrom = 'edition' } = vehicle
  const [row] = await db<{ id: string }[]>`
    insert into publishing.vehicle (agency_id, kind, acronym, name, time_zone, weekdays, cut_off, address, changed_at, changed_by,
           approving_unit_id, email, closed_days, terms_from)
    values (${agencyId}, ${kind}, ${acronym}, ${name}, ${timeZone}, ${[...weekdays]}::int[], ${cutOff}::time, ${address}, ${now}, ${actor.userId},
            ${approvingUnitId}, ${email}, ${[...closedDays]}::text[]::date[], ${termsFrom})
    on conflict do nothing returning id`
  if (row) await saveTypes(db, row.id, vehicle.typeIds)
  return row?.id
}

/** False: another one has the acronym, or is the bulletin of the agency. Kind and agency stay what they were. */
export async function updateVehicle(
  db: Database,
  actor: Actor,
  id: string,
  vehicle: VehicleToSave,
  now: Date,
): Promise<boolean> {
  const { acronym, name, timeZone, weekdays, cutOff = null, address, active } = vehicle
  const { approvingUnitId = null, email = '', closedDays = [], termsFrom = 'edition' } = vehicle
  // Two administrators at once are settled by the lock: the indexes stand behind it.
  await db`lock table publishing.vehicle in share row exclusive mode`
  const rows = await db`
    update publishing.vehicle v set acronym = ${acronym}, name = ${name}, time_zone = ${timeZone},
           weekdays = ${[...weekdays]}::int[], cut_off = ${cutOff}::time, address = ${address}, changed_at = ${now}, changed_by = ${actor.userId},
           approving_unit_id = ${approvingUnitId}, email = ${email}, closed_days = ${[...closedDays]}::text[]::date[], terms_from = ${termsFrom},
           deactivated_at = case when ${active} then null else coalesce(v.deactivated_at, ${now}) end
     where v.id = ${id}
       and not exists (select 1 from publishing.vehicle o
                        where o.id <> v.id and coalesce(o.agency_id, 0) = coalesce(v.agency_id, 0)
                          and (lower(o.acronym) = lower(${acronym})
                            or ${active} and v.kind = 'internal' and o.kind = 'internal' and o.deactivated_at is null))
    returning 1`
  if (rows.length > 0) await saveTypes(db, id, vehicle.typeIds)
  return rows.length > 0
}

async function saveTypes(db: Database, vehicleId: string, typeIds: readonly string[]): Promise<void> {
  const ids = [...typeIds]
  await db`with gone as (
      delete from publishing.vehicle_type where vehicle_id = ${vehicleId} and document_type_id <> all (${ids}::text[]::bigint[]))
    insert into publishing.vehicle_type (vehicle_id, document_type_id)
    select ${vehicleId}, t.id from classification.document_type t where t.id = any (${ids}::text[]::bigint[])
    on conflict do nothing`
}

function vehicleOf({ agencyId, agencyAcronym, cutOff, approvingUnit, ...rest }: VehicleRow): Vehicle {
  return {
    ...rest,
    agencyId: agencyId ?? undefined,
    agencyAcronym: agencyAcronym ?? undefined,
    cutOff: cutOff ?? undefined,
    approvingUnit: approvingUnit ?? undefined,
  }
}
