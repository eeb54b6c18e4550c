import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../administration/lists.ts'
import type { Reach } from '../administration/reach.ts'
import type { Agency, AgencyData, NameInForce } from './agency.ts'

export interface AgencyRow extends Agency {
  unitCount: number
}

/** One page of the agencies within reach. */
export async function selectAgencyPage(
  db: Database,
  reach: Reach,
  asked: ListRequest,
): Promise<(AgencyRow & { total: number })[]> {
  return db<(AgencyRow & { total: number })[]>`
    select ${columns(db)}, (select count(*)::int from organization.unit u where u.agency_id = g.id) as "unitCount",
           (count(*) over ())::int as total
      from organization.agency g
     where ${within(db, reach)}
       ${asked.state === 'all' ? db`` : db`and (g.deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(g.acronym || ' ' || g.name)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by g.position, g.acronym limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** False where it was so already. */
export async function updateAgencyActive(db: Database, id: string, active: boolean, now: Date): Promise<boolean> {
  const rows = await db`update organization.agency set deactivated_at = ${active ? null : now}
    where id = ${id} and (deactivated_at is null) <> ${active} returning 1`
  return rows.length > 0
}

export async function selectAgencies(db: Database, reach: Reach): Promise<AgencyRow[]> {
  return db<AgencyRow[]>`
    select ${columns(db)}, (select count(*)::int from organization.unit u where u.agency_id = g.id) as "unitCount"
      from organization.agency g
     where ${within(db, reach)} order by g.position, g.acronym limit 1000`
}

/** An agency with the names it had, and the codes of some of its units, for examples of numbers. */
export async function selectAgency(
  db: Database,
  id: string,
  reach: Reach,
): Promise<(Agency & { names: NameInForce[]; unitCodes: string[] }) | undefined> {
  const [row] = await db<(Agency & { names: NameInForce[]; unitCodes: string[] })[]>`
    select ${columns(db)},
           (select coalesce(jsonb_agg(jsonb_build_object('acronym', n.acronym, 'name', n.name, 'from', lower(n.valid),
                     'until', upper(n.valid) - 1) order by n.valid desc), '[]')
              from organization.agency_name n where n.agency_id = g.id) as names,
           array(select u.number_code from organization.unit u
                  where u.agency_id = g.id and u.number_code <> '' and u.deactivated_at is null order by u.id limit 2) as "unitCodes"
      from organization.agency g where g.id = ${id} and ${within(db, reach)}`
  return row
}

/** As it is, with the row locked until the transaction ends. */
export async function lockAgency(db: Database, id: string): Promise<Agency | undefined> {
  const [row] = await db<Agency[]>`select ${columns(db)} from organization.agency g where g.id = ${id} for update`
  return row
}

/** False where another agency has the acronym. */
export async function updateAgency(db: Database, id: string, data: AgencyData): Promise<boolean> {
  const rows = await db`
    update organization.agency g set acronym = ${data.acronym}, name = ${data.name}, position = ${data.position},
           number_code = ${data.numberCode}, number_mask = ${data.numberMask}, letterhead = ${data.letterhead},
           may_receive = ${data.mayReceive}
     where g.id = ${id}
       and not exists (select 1 from organization.agency o where o.acronym = ${data.acronym} and o.id <> ${id}) returning 1`
  return rows.length > 0
}

/** From today on the agency has this name; earlier days keep theirs (EST-004). */
export async function insertAgencyName(
  db: Database,
  id: string,
  { acronym, name }: { readonly acronym: string; readonly name: string },
  today: LocalDate,
): Promise<void> {
  const renamedToday = await db`
    update organization.agency_name set acronym = ${acronym}, name = ${name}
     where agency_id = ${id} and upper_inf(valid) and lower(valid) = ${today}::date returning 1`
  if (renamedToday.length > 0) return
  await db`update organization.agency_name set valid = daterange(lower(valid), ${today}::date)
    where agency_id = ${id} and upper_inf(valid)`
  await db`insert into organization.agency_name (agency_id, acronym, name, valid)
    values (${id}, ${acronym}, ${name}, daterange(${today}::date, null))`
}

export async function updateFlags(db: Database, id: string, data: Pick<AgencyData, 'mayReceive'>): Promise<void> {
  await db`update organization.agency set may_receive = ${data.mayReceive} where id = ${id}`
}

const columns = (db: Database) => db`g.id, g.acronym, g.name, g.position, g.number_code as "numberCode",
  g.number_mask as "numberMask", g.letterhead, g.may_receive as "mayReceive", g.deactivated_at is null as active`

const within = (db: Database, { agencyId }: Reach) => (agencyId === undefined ? db`true` : db`g.id = ${agencyId}`)
