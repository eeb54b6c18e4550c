import type { Permission } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, type Reach, rowsPerPage } from '../../organization/index.ts'
import type { User, UserData } from './user.ts'

export interface UserRow {
  id: string
  name: string
  login: string
  agency: string
  active: boolean
  grantCount: number
  total: number
}

/** One page of the people of the agencies within reach, by name, login or CPF. */
export async function selectUsers(
  db: Database,
  reach: Reach,
  asked: ListRequest,
  cpf: string | undefined,
  today: LocalDate,
): Promise<UserRow[]> {
  return db<UserRow[]>`
    select a.id, coalesce(a.social_name, a.name) as name, a.login, g.acronym as agency, a.disabled_at is null as active,
           (select count(*)::int from identity.assignment x where x.account_id = a.id and x.valid @> ${today}::date) as "grantCount",
           (count(*) over ())::int as total
      from identity.account a join organization.agency g on g.id = a.agency_id
     where ${userWithin(db, reach, today)}
       ${asked.agencyId === undefined ? db`` : db`and a.agency_id = ${asked.agencyId}`}
       ${asked.state === 'all' ? db`` : db`and (a.disabled_at is null) = ${asked.state === 'active'}`}
       and ${
         cpf === undefined
           ? db`platform.plain(lower(coalesce(a.social_name, a.name) || ' ' || a.login)) like all (
                  select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)`
           : db`a.cpf = ${cpf}`
       }
     order by platform.plain(lower(coalesce(a.social_name, a.name))), a.id
     limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

type FoundRow = Omit<User, 'socialName' | 'cpf'> & { socialName: string | null; cpf: string | null }

/** A person with all that was granted to them, in one statement. */
export async function selectUser(
  db: Database,
  id: string,
  reach: Reach,
  withReach: readonly Permission[],
  today: LocalDate,
): Promise<User | undefined> {
  const tellsReach = administersBy(db, withReach)
  const [row] = await db<FoundRow[]>`
    select a.id, a.agency_id as "agencyId", g.acronym as "agencyAcronym", a.login, a.name, a.social_name as "socialName",
           a.cpf, a.email, a.disabled_at is null as active, a.password_hash is not null as "hasPassword",
           a.totp_confirmed_at is not null as "hasSecondFactor",
           (select count(*)::int from identity.session s where s.account_id = a.id and s.ended_at is null
              and s.created_at > now() - interval '12 hours') as "openSessions",
           (select coalesce(jsonb_agg(jsonb_build_object('id', x.id::text, 'profile', p.name,
                     'place', coalesce(u.acronym || ' (' || ug.acronym || ')', 'Todas as unidades de ' || xg.acronym),
                     'agencyId', coalesce(u.agency_id, x.agency_id)::text, 'unitId', x.unit_id::text, 'extendsToSubunits', x.extends_to_subunits,
                     'administers', x.administers, 'tellsReach', ${tellsReach}, 'from', lower(x.valid), 'until', upper(x.valid) - 1,
                     'state', case when x.valid @> ${today}::date then 'in-force'
                                   when lower(x.valid) > ${today}::date then 'to-come' else 'over' end,
                     'givenBy', coalesce(b.social_name, b.name))
                     order by x.valid @> ${today}::date desc, x.id desc), '[]')
              from identity.assignment x join identity.profile p on p.id = x.profile_id
              left join organization.unit u on u.id = x.unit_id
              left join organization.agency ug on ug.id = u.agency_id
              left join organization.agency xg on xg.id = x.agency_id
              left join identity.account b on b.id = x.given_by
             where x.account_id = a.id) || ${bySubstitution(db, tellsReach, today)} as grants,
           ${isBeyond(db, reach, today)} as "isBeyond"
      from identity.account a join organization.agency g on g.id = a.agency_id
     where a.id = ${id} and ${userWithin(db, reach, today)}`
  return row && { ...row, socialName: row.socialName ?? undefined, cpf: row.cpf ?? undefined }
}

/** Whether the profile, called `p` by the statement, administers, so that the reach of a grant matters. */
function administersBy(db: Database, withReach: readonly Permission[]) {
  return db`exists (select 1 from identity.profile_permission w
                     where w.profile_id = p.id and w.permission = any (${[...withReach]}::text[]))`
}

/** What the person has by standing in for others, in the shape of what was granted. */
function bySubstitution(db: Database, tellsReach: ReturnType<typeof administersBy>, today: LocalDate) {
  return db`
    (select coalesce(jsonb_agg(jsonb_build_object('id', 's' || d.substitution_id || '-' || p.id, 'profile', p.name,
              'place', u.acronym || ' (' || g.acronym || ')', 'agencyId', u.agency_id::text, 'unitId', u.id::text,
              'extendsToSubunits', false, 'administers', 'unit', 'tellsReach', ${tellsReach}, 'from', lower(d.valid), 'until', upper(d.valid) - 1,
              'state', case when d.valid @> ${today}::date then 'in-force'
                            when lower(d.valid) > ${today}::date then 'to-come' else 'over' end,
              'bySubstitution', jsonb_build_object('officeId', o.id::text, 'office', o.title))
              order by d.substitution_id desc, p.name), '[]')
       from identity.profiles_by_substitution(${today}::date) d
       join identity.profile p on p.id = d.profile_id
       join identity.substitution s on s.id = d.substitution_id join identity.office o on o.id = s.office_id
       join organization.unit u on u.id = d.unit_id join organization.agency g on g.id = u.agency_id
      where d.account_id = a.id and not isempty(d.valid))`
}

/** The data as it is, with the row locked until the transaction ends. */
export async function lockUser(db: Database, id: string): Promise<UserData | undefined> {
  const [row] = await db<(Omit<UserData, 'socialName' | 'cpf'> & { socialName: string | null; cpf: string | null })[]>`
    select login, name, social_name as "socialName", cpf, email from identity.account where id = ${id} for update`
  return row && { ...row, socialName: row.socialName ?? undefined, cpf: row.cpf ?? undefined }
}

/** Why an account could not be saved with this data. */
export async function selectTaken(
  db: Database,
  agencyId: string,
  data: Pick<UserData, 'login' | 'cpf'>,
  exceptId: string | undefined,
): Promise<{ login: boolean; cpf: boolean }> {
  const [row] = await db<{ login: boolean; cpf: boolean }[]>`
    select coalesce(bool_or(login = ${data.login}), false) as login, coalesce(bool_or(cpf = ${data.cpf ?? null}), false) as cpf
      from identity.account
     where agency_id = ${agencyId} and (login = ${data.login} or cpf = ${data.cpf ?? null}) and id is distinct from ${exceptId ?? null}`
  return row ?? { login: false, cpf: false }
}

export async function updateUser(db: Database, id: string, data: UserData): Promise<void> {
  await db`update identity.account set login = ${data.login}, name = ${data.name}, social_name = ${data.socialName ?? null},
    cpf = ${data.cpf ?? null}, email = ${data.email} where id = ${id}`
}

export async function updateDisabled(db: Database, id: string, disabledAt: Date | undefined): Promise<void> {
  await db`update identity.account set disabled_at = ${disabledAt ?? null} where id = ${id}`
}

/** The condition that an account, called `a` by the statement, lies within reach: a local administrator sees who works in the units within reach, and who of the agency works nowhere yet. */
export function userWithin(db: Database, { agencyId, unitIds }: Reach, today: LocalDate) {
  if (agencyId === undefined) return db`true`
  if (!unitIds) return db`a.agency_id = ${agencyId}`
  const now = db`(z.valid @> ${today}::date or lower(z.valid) > ${today}::date)`
  return db`a.agency_id = ${agencyId} and (
    exists (select 1 from identity.assignment z where z.account_id = a.id and ${now} and z.unit_id = any (${[...unitIds]}::bigint[]))
    or not exists (select 1 from identity.assignment z where z.account_id = a.id and ${now}))`
}

/** Whoever may act outside of the administrator's agency could be impersonated by a new password. */
function isBeyond(db: Database, { agencyId, unitIds }: Reach, today: LocalDate) {
  if (agencyId === undefined) return db`false`
  return db`exists (
    select 1 from identity.substitution v join identity.office o on o.id = v.office_id join organization.unit w on w.id = o.unit_id
     where v.substitute_id = a.id and not isempty(v.valid) and upper(v.valid) > ${today}::date
       and ${unitIds ? db`w.id <> all (${[...unitIds]}::bigint[])` : db`w.agency_id <> ${agencyId}`})
    or exists (
    select 1 from identity.assignment y left join organization.unit w on w.id = y.unit_id
     where y.account_id = a.id and (y.valid @> ${today}::date or lower(y.valid) > ${today}::date)
       and (y.administers = 'installation' or coalesce(w.agency_id, y.agency_id) <> ${agencyId}
            ${unitIds ? db`or ${beyondUnits(db, unitIds)}` : db``}))`
}

/** The permissions that reach as far as their grant says (EST-026). */
const administering: readonly Permission[] = ['organization.manage', 'identity.manage', 'classification.manage']

/** Who works outside of these units, or administrates more than them. */
function beyondUnits(db: Database, unitIds: readonly string[]) {
  return db`y.unit_id is null or y.unit_id <> all (${[...unitIds]}::bigint[]) or (y.administers <> 'unit' and exists (
    select 1 from identity.profile_permission pp where pp.profile_id = y.profile_id and pp.permission = any (${[...administering]}::text[])))`
}

/** The account of a login in an agency. */
export async function selectUserId(db: Database, agencyId: string, login: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from identity.account where agency_id = ${agencyId} and login = ${login}`
  return row?.id
}
