import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../administration/lists.ts'
import { unitWithinReach } from '../administration/reach.queries.ts'
import type { Reach } from '../administration/reach.ts'
import type { Unit, UnitData } from './unit.ts'

export interface UnitRow {
  id: string
  acronym: string
  name: string
  agency: string
  parent: string | null
  active: boolean
  placed: boolean
  total: number
}

export async function selectUnits(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  today: LocalDate,
): Promise<UnitRow[]> {
  return db<UnitRow[]>`
    select u.id, u.acronym, u.name, g.acronym as agency, up.acronym as parent, u.deactivated_at is null as active,
           p.id is not null as placed, (count(*) over ())::int as total
      from organization.unit u
      join organization.agency g on g.id = u.agency_id
      left join organization.placement p on p.unit_id = u.id and p.valid @> ${today}::date
      left join organization.unit up on up.id = p.parent_id
     where ${unitWithinReach(db, reach)}
       ${asked.agencyId === undefined ? db`` : db`and u.agency_id = ${asked.agencyId}`}
       ${asked.state === 'all' ? db`` : db`and (u.deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(u.acronym || ' ' || u.name)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by g.position, g.acronym, u.acronym limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** A unit with its names, places, e-mails and capacities, in one statement. */
export async function selectUnit(db: Database, id: string, reach: Reach, today: LocalDate): Promise<Unit | undefined> {
  const [row] = await db<Unit[]>`
    select u.id, u.slug, g.acronym as "agencyAcronym", u.deactivated_at is null as active, ${dataColumns(db)},
           (select coalesce(jsonb_agg(jsonb_build_object('acronym', n.acronym, 'name', n.name, 'from', lower(n.valid),
                     'until', upper(n.valid) - 1) order by n.valid desc), '[]')
              from organization.unit_name n where n.unit_id = u.id) as names,
           (select coalesce(jsonb_agg(jsonb_build_object('from', lower(p.valid), 'until', upper(p.valid) - 1, 'parent',
                     case when p.parent_id is not null then jsonb_build_object('id', p.parent_id::text,
                       'label', up.acronym || ' (' || ug.acronym || ')') end) order by p.valid desc), '[]')
              from organization.placement p
              left join organization.unit up on up.id = p.parent_id
              left join organization.agency ug on ug.id = up.agency_id
             where p.unit_id = u.id) as placements,
           (select count(*)::int from organization.placement s
             where s.parent_id = u.id and s.valid @> ${today}::date) as "subunitCount"
      from organization.unit u join organization.agency g on g.id = u.agency_id
     where u.id = ${id} and ${unitWithinReach(db, reach)}`
  return row
}

/** The unit of the acronym, whatever its letters' case. */
export async function selectUnitId(db: Database, agencyId: string, acronym: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from organization.unit where agency_id = ${agencyId} and lower(acronym) = lower(${acronym})
     order by acronym = ${acronym} desc limit 1`
  return row?.id
}

/** As it is, with the row locked until the transaction ends. */
export async function lockUnit(db: Database, id: string): Promise<(UnitData & { agencyId: string }) | undefined> {
  const [row] = await db<(UnitData & { agencyId: string })[]>`
    select ${dataColumns(db)} from organization.unit u where u.id = ${id} for update`
  return row
}

/** False where another unit of the agency has the acronym. */
export async function updateUnit(db: Database, id: string, agencyId: string, data: UnitData): Promise<boolean> {
  const rows = await db`
    update organization.unit set acronym = ${data.acronym}, name = ${data.name}, number_code = ${data.numberCode},
           address = ${data.address}, city = ${data.city}, state = ${data.state}, phone = ${data.phone},
           available_for_sending = ${data.availableForSending} and succeeded_at is null, warns_on_receipt = ${data.warnsOnReceipt},
           is_mailroom = ${data.isMailroom}, is_archive = ${data.isArchive}, is_ombuds = ${data.isOmbuds}
     where id = ${id}
       and not exists (select 1 from organization.unit o
                        where o.agency_id = ${agencyId} and o.acronym = ${data.acronym} and o.id <> ${id}) returning 1`
  return rows.length > 0
}

/** From today on the unit has this name; earlier days keep theirs (EST-004). */
export async function insertUnitName(
  db: Database,
  id: string,
  { acronym, name }: { readonly acronym: string; readonly name: string },
  today: LocalDate,
): Promise<void> {
  const renamedToday = await db`
    update organization.unit_name set acronym = ${acronym}, name = ${name}
     where unit_id = ${id} and upper_inf(valid) and lower(valid) = ${today}::date returning 1`
  if (renamedToday.length > 0) return
  await db`update organization.unit_name set valid = daterange(lower(valid), ${today}::date)
    where unit_id = ${id} and upper_inf(valid)`
  await db`insert into organization.unit_name (unit_id, acronym, name, valid)
    values (${id}, ${acronym}, ${name}, daterange(${today}::date, null))`
}

/** The e-mails are these, and the capacities offered from now on are these; old signatures keep theirs. */
export async function replaceLists(
  db: Database,
  id: string,
  { emails, capacities }: Pick<UnitData, 'emails' | 'capacities'>,
  now: Date,
): Promise<void> {
  const addresses = emails.map(({ address }) => address)
  await Promise.all([
    db`delete from organization.unit_email where unit_id = ${id} and address <> all (${addresses}::text[])`,
    db`insert into organization.unit_email (unit_id, address, description)
       select ${id}, e.address, e.description
         from jsonb_to_recordset(${JSON.stringify(emails)}::text::jsonb) as e(address text, description text)
       on conflict (unit_id, address) do update set description = excluded.description`,
    db`update organization.capacity set deactivated_at = ${now}
        where unit_id = ${id} and deactivated_at is null and title <> all (${[...capacities]}::text[])`,
    db`insert into organization.capacity (unit_id, title) select ${id}, t from unnest(${[...capacities]}::text[]) t
       on conflict (unit_id, title) do update set deactivated_at = null`,
  ])
}

/** False where it was so already. */
export async function updateActive(db: Database, id: string, active: boolean, now: Date): Promise<boolean> {
  const rows = await db`update organization.unit set deactivated_at = ${active ? null : now}
    where id = ${id} and (deactivated_at is null) <> ${active} returning 1`
  return rows.length > 0
}

const dataColumns = (db: Database) => db`u.agency_id as "agencyId", u.acronym, u.name,
  u.number_code as "numberCode", u.address, u.city, u.state, u.phone,
  u.available_for_sending as "availableForSending", u.warns_on_receipt as "warnsOnReceipt",
  u.is_mailroom as "isMailroom", u.is_archive as "isArchive", u.is_ombuds as "isOmbuds",
  (select coalesce(jsonb_agg(jsonb_build_object('address', e.address, 'description', e.description) order by e.id), '[]')
     from organization.unit_email e where e.unit_id = u.id) as emails,
  array(select c.title from organization.capacity c
         where c.unit_id = u.id and c.deactivated_at is null order by c.title) as capacities`
