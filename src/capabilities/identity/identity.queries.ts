import type { Permission } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

export interface SessionRow {
  accountId: string
  name: string
  login: string
  lastSeenAt: Date
  createdAt: Date
  unitId: string | null
  unitSlug: string | null
  unitAcronym: string | null
  unitName: string | null
  agencyId: string | null
  permissions: Permission[]
  readsOnly: boolean
  colours: 'light' | 'dark' | 'system' | null
  /** In whose place the person may be acting in the unit. */
  substituting: string | null
  units: { slug: string; acronym: string; name: string; agency: string }[]
}

/** Session, person, permissions in the unit and units to switch to, in one statement. */
export async function selectSession(
  db: Database,
  tokenHash: string,
  unitSlug: string | undefined,
  today: string,
): Promise<SessionRow | undefined> {
  const [row] = await db<SessionRow[]>`
    select a.id as "accountId", coalesce(a.social_name, a.name) as name, a.login,
           s.last_seen_at as "lastSeenAt", s.created_at as "createdAt",
           u.id as "unitId", u.slug as "unitSlug", u.acronym as "unitAcronym", u.name as "unitName", u.agency_id as "agencyId",
           case when u.id is null then '{}' else identity.permissions_in(a.id, u.id, ${today}::date) end as permissions,
           u.succeeded_at is not null as "readsOnly",
           (select f.colour_scheme from identity.preference f where f.account_id = a.id) as colours,
           (select string_agg(concat_ws(', ', x.holder, x.office), '; ')
              from identity.acting_in(a.id, u.id, ${today}::date) x) as substituting,
           (select coalesce(jsonb_agg(to_jsonb(x) order by x.agency, x.acronym), '[]') from (
              select w.slug, w.acronym, w.name, g.acronym as agency
                from identity.units_of(a.id, ${today}::date) r(id)
                join organization.unit w on w.id = r.id join organization.agency g on g.id = w.agency_id
               order by g.acronym, w.acronym limit 60) x) as units
      from identity.session s
      join identity.account a on a.id = s.account_id and a.disabled_at is null
      left join organization.unit u on u.slug = ${unitSlug ?? ''}
     where s.token_hash = decode(${tokenHash}, 'hex') and s.ended_at is null`
  return row
}

export async function touchSession(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db`update identity.session set last_seen_at = ${now} where token_hash = decode(${tokenHash}, 'hex')`
}

export async function endSession(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db`update identity.session set ended_at = ${now} where token_hash = decode(${tokenHash}, 'hex') and ended_at is null`
}

export interface AccountRow {
  id: string
  agencyAcronym: string
  name: string
  passwordHash: string | null
  totpSecret: string | null
  disabled: boolean
}

/** Every account with this login: the same login may exist in more than one agency. */
export async function selectAccounts(db: Database, login: string, agencyId: string | undefined): Promise<AccountRow[]> {
  return db<AccountRow[]>`
    select a.id, g.acronym as "agencyAcronym", coalesce(a.social_name, a.name) as name, a.password_hash as "passwordHash",
           case when a.totp_confirmed_at is not null then a.totp_secret end as "totpSecret", a.disabled_at is not null as disabled
      from identity.account a join organization.agency g on g.id = a.agency_id
     where a.login = ${login} ${agencyId ? db`and a.agency_id = ${agencyId}` : db``}
     order by a.id limit 20`
}

export async function selectPasswordHash(
  db: Database,
  accountId: string,
): Promise<{ login: string; passwordHash: string | null } | undefined> {
  const [row] = await db<{ login: string; passwordHash: string | null }[]>`
    select login, password_hash as "passwordHash" from identity.account where id = ${accountId} and disabled_at is null`
  return row
}

export async function insertSession(
  db: Database,
  session: { tokenHash: string; accountId: string; ip: string; userAgent: string; enteredWith: string },
  now: Date,
): Promise<void> {
  await db`insert into identity.session (token_hash, account_id, created_at, last_seen_at, ip, user_agent, entered_with)
    values (decode(${session.tokenHash}, 'hex'), ${session.accountId}, ${now}, ${now}, ${session.ip}, ${session.userAgent},
      ${session.enteredWith})`
}

export interface DemoPersonRow {
  accountId: string
  login: string
  name: string
  role: string
  unit: string
}

/** People whom the demonstration marked with a role, in its order. The setting exists in the demonstration only. */
export async function selectDemoPeople(db: Database): Promise<DemoPersonRow[]> {
  return db<DemoPersonRow[]>`
    select a.id as "accountId", a.login, coalesce(a.social_name, a.name) as name, p.role, p.unit
      from platform.setting s
     cross join lateral jsonb_to_recordset(s.value) as p(login text, role text, unit text, place int)
      join identity.account a on a.login = p.login and a.disabled_at is null
     where s.name = 'demo-people' order by p.place`
}

export async function insertConfirmation(
  db: Database,
  sessionHash: string,
  caseFileId: string,
  until: Date,
): Promise<void> {
  await db`insert into identity.confirmation (session_hash, case_file_id, until)
    values (decode(${sessionHash}, 'hex'), ${caseFileId}, ${until})
    on conflict (session_hash, case_file_id) do update set until = excluded.until`
}

/** The people who may do anything in the unit on the date, by name. At most 500. */
export async function selectUnitPeople(
  db: Database,
  unitId: string,
  today: string,
): Promise<{ id: string; name: string; login: string }[]> {
  return db<{ id: string; name: string; login: string }[]>`
    select a.id, coalesce(a.social_name, a.name) as name, a.login
      from identity.account a
     where a.disabled_at is null and a.id in (
             select x.account_id from identity.assignment x where x.valid @> ${today}::date and x.unit_id = ${unitId}
             union all
             select x.account_id from identity.assignment x join organization.unit u on u.agency_id = x.agency_id
              where x.valid @> ${today}::date and u.id = ${unitId}
             union all
             select x.account_id from organization.ancestors(${unitId}, ${today}::date) up(id)
               join identity.assignment x on x.unit_id = up.id
              where x.valid @> ${today}::date and x.extends_to_subunits
             union all
             select x.substitute_id from identity.office o join identity.substitution x on x.office_id = o.id
              where o.unit_id = ${unitId} and x.valid @> ${today}::date
                and cardinality(identity.permissions_in(x.substitute_id, o.unit_id, ${today}::date)) > 0)
     order by 2 limit 500`
}
