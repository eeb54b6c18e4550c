import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, type Reach, rowsPerPage, unitWithinReach } from '../../organization/index.ts'
import type { Office, Reason, Style, Validity } from './office.ts'

export interface OfficeRow {
  id: string
  title: string
  unit: string
  holder: string | null
  substitute: string | null
  active: boolean
  total: number
}

/** One page of the offices of the units within reach, by title, unit or holder. */
export async function selectOffices(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  today: LocalDate,
): Promise<OfficeRow[]> {
  return db<OfficeRow[]>`
    select o.id, o.title, u.acronym || ' (' || g.acronym || ')' as unit, coalesce(h.social_name, h.name) as holder,
           coalesce(b.social_name, b.name) as substitute, o.deactivated_at is null as active, (count(*) over ())::int as total
      from identity.office o
      join organization.unit u on u.id = o.unit_id join organization.agency g on g.id = u.agency_id
      left join identity.tenure t on t.office_id = o.id and t.valid @> ${today}::date
      left join identity.account h on h.id = t.account_id
      left join identity.substitution s on s.office_id = o.id and s.valid @> ${today}::date
      left join identity.account b on b.id = s.substitute_id
     where ${unitWithinReach(db, reach)}
       ${asked.agencyId === undefined ? db`` : db`and u.agency_id = ${asked.agencyId}`}
       ${asked.state === 'all' ? db`` : db`and (o.deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(concat_ws(' ', o.title, u.acronym, g.acronym, h.social_name, h.name, b.social_name, b.name))) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by g.position, g.acronym, u.acronym, platform.plain(lower(o.title)), o.id
     limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export interface SubstitutionRow {
  id: string
  officeId: string
  title: string
  unit: string
  substitute: string
  holder: string | null
  reason: Reason
  act: string
  from: LocalDate
  until: LocalDate
  state: Validity
  total: number
}

const validity = (db: Database, today: LocalDate, valid: string) => db`
  case when ${db(valid)} @> ${today}::date then 'in-force' when lower(${db(valid)}) > ${today}::date then 'to-come' else 'over' end`

/** One page of the substitutions of the units within reach. In use is what is in force, or yet to come. */
export async function selectSubstitutions(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  today: LocalDate,
): Promise<SubstitutionRow[]> {
  return db<SubstitutionRow[]>`
    select s.id, o.id as "officeId", o.title, u.acronym || ' (' || g.acronym || ')' as unit,
           coalesce(b.social_name, b.name) as substitute, coalesce(h.social_name, h.name) as holder, s.reason, s.act,
           s.from_day::text as "from", s.until_day::text as until, ${validity(db, today, 's.valid')} as state,
           (count(*) over ())::int as total
      from identity.substitution s
      join identity.office o on o.id = s.office_id
      join organization.unit u on u.id = o.unit_id join organization.agency g on g.id = u.agency_id
      join identity.account b on b.id = s.substitute_id
      left join identity.tenure t on t.id = s.tenure_id
      left join identity.account h on h.id = t.account_id
     where ${unitWithinReach(db, reach)}
       ${asked.agencyId === undefined ? db`` : db`and u.agency_id = ${asked.agencyId}`}
       ${asked.state === 'all' ? db`` : db`and (not isempty(s.valid) and upper(s.valid) > ${today}::date) = ${asked.state === 'active'}`}
       and platform.plain(lower(concat_ws(' ', o.title, u.acronym, g.acronym, h.social_name, h.name, b.social_name, b.name, s.act))) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by s.from_day desc, s.id desc
     limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** An office with all who held it and all who stood in, in one statement. */
export async function selectOffice(
  db: Database,
  id: string,
  reach: Reach,
  today: LocalDate,
): Promise<Office | undefined> {
  const [row] = await db<Office[]>`
    select o.id, o.title, o.unit_id as "unitId", u.acronym || ' (' || g.acronym || ')' as unit, u.agency_id as "agencyId",
           o.deactivated_at is null as active,
           (select coalesce(jsonb_agg(jsonb_build_object('id', t.id::text, 'accountId', a.id::text,
                     'name', coalesce(a.social_name, a.name), 'act', t.act, 'from', lower(t.valid), 'until', upper(t.valid) - 1,
                     'state', ${validity(db, today, 't.valid')}) order by t.id desc), '[]')
              from identity.tenure t join identity.account a on a.id = t.account_id where t.office_id = o.id) as tenures,
           (select coalesce(jsonb_agg(jsonb_build_object('id', s.id::text, 'accountId', a.id::text,
                     'name', coalesce(a.social_name, a.name), 'holder', coalesce(h.social_name, h.name), 'profile', p.name,
                     'reason', s.reason, 'act', s.act, 'style', s.style, 'from', s.from_day, 'until', s.until_day,
                     'endedAt', s.ended_at, 'endedBy', coalesce(e.social_name, e.name),
                     'appointedBy', coalesce(w.social_name, w.name),
                     'state', ${validity(db, today, 's.valid')}) order by s.id desc), '[]')
              from (select * from identity.substitution x where x.office_id = o.id order by x.id desc limit 200) s
              join identity.account a on a.id = s.substitute_id
              join identity.account w on w.id = s.appointed_by
              left join identity.account e on e.id = s.ended_by
              left join identity.tenure t on t.id = s.tenure_id
              left join identity.account h on h.id = t.account_id
              left join identity.profile p on p.id = s.profile_id) as substitutions
      from identity.office o
      join organization.unit u on u.id = o.unit_id join organization.agency g on g.id = u.agency_id
     where o.id = ${id} and ${unitWithinReach(db, reach)}`
  return row && { ...row, substitutions: row.substitutions.map(withMoment) }
}

/** JSON carries moments as text. */
function withMoment<Row extends { readonly endedAt: Date | null }>(row: Row): Row {
  return { ...row, endedAt: row.endedAt && new Date(row.endedAt) }
}

/** Undefined where the unit has an office of that title. */
export async function insertOffice(db: Database, unitId: string, title: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into identity.office (unit_id, title) values (${unitId}, ${title}) on conflict do nothing returning id`
  return row?.id
}

/** False where the unit has another office of that title. */
export async function updateTitle(db: Database, id: string, title: string): Promise<boolean> {
  const rows = await db`
    update identity.office o set title = ${title}
     where o.id = ${id} and not exists (select 1 from identity.office x where x.unit_id = o.unit_id and x.title = ${title} and x.id <> o.id)
    returning 1`
  return rows.length > 0
}

export async function updateActive(db: Database, id: string, deactivatedAt: Date | undefined): Promise<void> {
  await db`update identity.office set deactivated_at = ${deactivatedAt ?? null} where id = ${id}`
}

/** Those who appoint in one office come one after the other. */
export async function lockOffice(db: Database, id: string): Promise<boolean> {
  const [row] = await db<{ active: boolean }[]>`
    select deactivated_at is null as active from identity.office where id = ${id} for update`
  return row?.active ?? false
}

/** Somebody of the agency who may still enter, by login. */
export async function selectColleague(
  db: Database,
  agencyId: string,
  login: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await db<{ id: string; name: string }[]>`
    select id, coalesce(social_name, name) as name from identity.account
     where agency_id = ${agencyId} and login = ${login} and disabled_at is null`
  return row
}

export interface Neighbours {
  holders: { tenureId: string; accountId: string; name: string; onAllDays: boolean }[]
  overlapping: { name: string; from: LocalDate; until: LocalDate; vacancy: boolean } | null
}

/** Who holds the office, and who stands in, on some of these days. */
export async function selectNeighbours(
  db: Database,
  officeId: string,
  from: LocalDate,
  until: LocalDate | undefined,
): Promise<Neighbours> {
  const days = db`daterange(${from}::date, ${until ?? null}::date, '[]')`
  const [row] = await db<Neighbours[]>`
    select (select coalesce(jsonb_agg(jsonb_build_object('tenureId', t.id::text, 'accountId', t.account_id::text,
                     'name', coalesce(a.social_name, a.name), 'onAllDays', t.valid @> ${days})), '[]')
              from identity.tenure t join identity.account a on a.id = t.account_id
             where t.office_id = ${officeId} and t.valid && ${days}) as holders,
           (select jsonb_build_object('name', coalesce(a.social_name, a.name), 'from', lower(s.valid),
                     'until', upper(s.valid) - 1, 'vacancy', s.reason = 'vacancy')
              from identity.substitution s join identity.account a on a.id = s.substitute_id
             where s.office_id = ${officeId} and s.valid && ${days} order by s.reason = 'vacancy' desc limit 1) as overlapping`
  return row ?? { holders: [], overlapping: null }
}

export async function insertTenure(
  db: Database,
  tenure: {
    readonly officeId: string
    readonly accountId: string
    readonly act: string
    readonly from: LocalDate
    readonly until: LocalDate | undefined
  },
  by: string,
  now: Date,
): Promise<void> {
  await db`
    insert into identity.tenure (office_id, account_id, act, valid, given_by, given_at)
    values (${tenure.officeId}, ${tenure.accountId}, ${tenure.act},
            daterange(${tenure.from}::date, ${tenure.until ?? null}::date, '[]'), ${by}, ${now})`
}

export interface SubstitutionToInsert {
  readonly officeId: string
  readonly tenureId: string | undefined
  readonly profileId: string | undefined
  readonly substituteId: string
  readonly reason: Reason
  readonly act: string
  readonly style: Style
  readonly from: LocalDate
  readonly until: LocalDate
}

export async function insertSubstitution(
  db: Database,
  one: SubstitutionToInsert,
  by: string,
  now: Date,
): Promise<void> {
  await db`
    insert into identity.substitution (office_id, tenure_id, profile_id, substitute_id, reason, act, style, from_day,
      until_day, valid, appointed_by, appointed_at)
    values (${one.officeId}, ${one.tenureId ?? null}, ${one.profileId ?? null}, ${one.substituteId}, ${one.reason}, ${one.act},
      ${one.style}, ${one.from}::date, ${one.until}::date, daterange(${one.from}::date, ${one.until}::date, '[]'), ${by}, ${now})`
}

interface Ending {
  readonly userId: string
  readonly now: Date
  readonly today: LocalDate
}

/** No effect from today on; the row stays, with who ended it. False where it was over. */
export async function endTenureRow(db: Database, officeId: string, id: string, by: Ending): Promise<boolean> {
  const rows = await db`
    update identity.tenure set valid = valid * daterange(null, ${by.today}::date), ended_by = ${by.userId}, ended_at = ${by.now}
     where id = ${id} and office_id = ${officeId} and not isempty(valid) and (upper(valid) is null or upper(valid) > ${by.today}::date)
    returning 1`
  return rows.length > 0
}

/** The same for substitutions: one of them, or all that stand in for one holder. Answers who stood in. */
export async function endSubstitutionRows(
  db: Database,
  officeId: string,
  which: { readonly id: string } | { readonly tenureId: string },
  by: Ending,
): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    update identity.substitution s
       set valid = s.valid * daterange(null, ${by.today}::date), ended_by = ${by.userId}, ended_at = ${by.now}
      from identity.account a
     where a.id = s.substitute_id and s.office_id = ${officeId} and s.ended_at is null
       and ${'id' in which ? db`s.id = ${which.id}` : db`s.tenure_id = ${which.tenureId}`}
       and not isempty(s.valid) and upper(s.valid) > ${by.today}::date
    returning coalesce(a.social_name, a.name) as name`
  return rows.map(({ name }) => name)
}

export interface ActingRow {
  substitutionId: string
  capacity: string
  office: string
  /** Null: the office is vacant. */
  holder: string | null
  unit: string
  act: string
  from: LocalDate
  until: LocalDate
  state: Validity
}

/** Where somebody stands in for another today, and will. */
export async function selectOwnSubstitutions(db: Database, accountId: string, today: LocalDate): Promise<ActingRow[]> {
  return db<ActingRow[]>`
    select s.id as "substitutionId", o.title || ' ' || s.style as capacity, o.title as office,
           coalesce(h.social_name, h.name) as holder, u.acronym || ' (' || g.acronym || ')' as unit, s.act,
           lower(s.valid)::text as "from", (upper(s.valid) - 1)::text as until, ${validity(db, today, 's.valid')} as state
      from identity.substitution s
      join identity.office o on o.id = s.office_id
      join organization.unit u on u.id = o.unit_id join organization.agency g on g.id = u.agency_id
      left join identity.tenure t on t.id = s.tenure_id
      left join identity.account h on h.id = t.account_id
     where s.substitute_id = ${accountId} and not isempty(s.valid) and upper(s.valid) > ${today}::date
     order by s.from_day, s.id limit 50`
}
