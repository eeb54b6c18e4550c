import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

/** False where this person already has an active one in this unit. */
export async function insertCredential(
  db: Database,
  actor: Actor,
  caseFileId: string,
  to: { readonly userId: string; readonly unitId: string },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    insert into cases.credential (case_file_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
    values (${caseFileId}, ${to.userId}, ${to.unitId}, ${actor.userId}, ${actor.unitId}, ${now})
    on conflict (case_file_id, account_id, unit_id) where ended_at is null do nothing returning 1`
  return rows.length > 0
}

export interface CredentialRow {
  id: string
  accountId: string
  name: string
  unitId: string
  unitAcronym: string
  grantedById: string
  grantedBy: string
  grantedAt: Date
  endedAt: Date | null
  ending: 'revoked' | 'renounced' | 'cancelled' | 'moved' | null
  /** The person may do nothing in that unit today: it opens nothing until the permission comes back (PRO-091). */
  dormant: boolean
  /** It lies on the desk of that unit now. */
  openThere: boolean
}

/** Every credential that was ever granted, those in force first. */
export async function selectCredentials(db: Database, caseFileId: string, today: string): Promise<CredentialRow[]> {
  return db<CredentialRow[]>`
    select k.id, k.account_id as "accountId", coalesce(a.social_name, a.name) as name, k.unit_id as "unitId",
           u.acronym as "unitAcronym", k.granted_by as "grantedById", coalesce(b.social_name, b.name) as "grantedBy",
           k.granted_at as "grantedAt", k.ended_at as "endedAt", k.ending,
           a.disabled_at is not null or cardinality(identity.permissions_in(a.id, u.id, ${today}::date)) = 0 as dormant,
           exists (select 1 from cases.holding h
                    where h.case_file_id = k.case_file_id and h.unit_id = k.unit_id and h.closed_at is null) as "openThere"
      from cases.credential k
      join identity.account a on a.id = k.account_id
      join organization.unit u on u.id = k.unit_id
      join identity.account b on b.id = k.granted_by
     where k.case_file_id = ${caseFileId} order by k.ended_at is not null, k.granted_at, k.id limit 1000`
}

export async function endCredential(
  db: Database,
  actor: Actor,
  credentialId: string,
  ending: 'revoked' | 'renounced' | 'cancelled',
  now: Date,
): Promise<void> {
  await db`update cases.credential set ended_at = ${now}, ended_by = ${actor.userId}, ending = ${ending}
    where id = ${credentialId} and ended_at is null`
}

export interface HolderCandidateRow {
  accountId: string
  name: string
  login: string
  unitId: string
  unitAcronym: string
  agencyAcronym: string
}

const candidateColumns = (db: Database) => db`
  a.id as "accountId", coalesce(a.social_name, a.name) as name, a.login, u.id as "unitId", u.acronym as "unitAcronym",
  g.acronym as "agencyAcronym"`

/** People whose name or login has all the words, once for each unit in which they work today. `words`: LIKE patterns. */
export async function searchHolders(
  db: Database,
  words: readonly string[],
  today: string,
): Promise<HolderCandidateRow[]> {
  const [longest = '', ...others] = words
  return db<HolderCandidateRow[]>`
    select ${candidateColumns(db)}
      from (select * from identity.account x
             where x.disabled_at is null
               and platform.plain(lower(coalesce(x.social_name, x.name) || ' ' || x.login)) like platform.plain(lower(${longest}))
               and platform.plain(lower(coalesce(x.social_name, x.name) || ' ' || x.login)) like all (
                     select platform.plain(lower(w)) from unnest(${others}::text[]) w)
             order by coalesce(x.social_name, x.name) limit 50) a
     cross join lateral identity.units_of(a.id, ${today}::date) r(id)
      join organization.unit u on u.id = r.id
      join organization.agency g on g.id = u.agency_id
     order by name, g.acronym, u.acronym limit 50`
}

/** Undefined where there is no such person at work in that unit today. */
export async function selectHolder(
  db: Database,
  to: { readonly accountId: string; readonly unitId: string },
  today: string,
): Promise<HolderCandidateRow | undefined> {
  const [row] = await db<HolderCandidateRow[]>`
    select ${candidateColumns(db)} from identity.account a, organization.unit u
      join organization.agency g on g.id = u.agency_id
     where a.id = ${to.accountId} and u.id = ${to.unitId} and a.disabled_at is null
       and cardinality(identity.permissions_in(a.id, u.id, ${today}::date)) > 0`
  return row
}

/** The units that hold the case file now. */
export async function selectOpenUnitIds(db: Database, caseFileId: string): Promise<string[]> {
  const rows = await db<{ unitId: string }[]>`
    select unit_id as "unitId" from cases.holding where case_file_id = ${caseFileId} and closed_at is null`
  return rows.map(({ unitId }) => unitId)
}

export interface HeldConfidentialRow {
  number: string
  digits: string
  typeName: string
  grantedAt: Date
  openHere: boolean
}

/** The confidential case files to which the actor holds a credential in this unit, open or concluded (PRO-085). */
export async function selectHeldConfidential(
  db: Database,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<(HeldConfidentialRow & { total: number })[]> {
  return db`
    select c.number, c.digits, t.name as "typeName", k.granted_at as "grantedAt",
           exists (select 1 from cases.holding h
                    where h.case_file_id = c.id and h.unit_id = k.unit_id and h.closed_at is null) as "openHere",
           (count(*) over ())::int as total
      from cases.credential k
      join cases.case_file c on c.id = k.case_file_id and c.state <> 'deleted' and c.effective_level = 'confidential'
      join classification.case_type t on t.id = c.case_type_id
     where k.account_id = ${actor.userId} and k.unit_id = ${actor.unitId} and k.ended_at is null
     order by "openHere" desc, k.granted_at desc, k.id desc limit ${limit} offset ${offset}`
}

export async function selectHeldAmong(
  db: Database,
  actor: Actor,
  digits: readonly string[],
): Promise<{ number: string; digits: string }[]> {
  return db<{ number: string; digits: string }[]>`
    select c.number, c.digits from cases.case_file c
     where c.digits = any (${[...digits]}::text[]) and c.effective_level = 'confidential' and c.state <> 'deleted'
       and cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}) order by c.digits`
}
