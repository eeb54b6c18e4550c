import type { Permission } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface ProfileChoiceRow {
  id: string
  name: string
  description: string
  /** Whether the reach of a grant of it matters. */
  administers: boolean
}

export async function selectProfileChoices(
  db: Database,
  without: readonly Permission[],
  withReach: readonly Permission[],
): Promise<ProfileChoiceRow[]> {
  return db<ProfileChoiceRow[]>`
    select id, name, description,
           exists (select 1 from identity.profile_permission pp
                    where pp.profile_id = p.id and pp.permission = any (${[...withReach]}::text[])) as administers
      from identity.profile p
     where not exists (select 1 from identity.profile_permission pp
                        where pp.profile_id = p.id and pp.permission = any (${[...without]}::text[]))
     order by name limit 500`
}

/** Those who grant to one person come one after the other. */
export async function lockAccount(db: Database, accountId: string): Promise<void> {
  await db`select 1 from identity.account where id = ${accountId} for update`
}

/** Whether the person has, or will have, the same profile in the same place on one of these days. */
export async function selectSameGrant(
  db: Database,
  grant: {
    readonly accountId: string
    readonly profileId: string
    readonly unitId: string | undefined
    readonly agencyId: string | undefined
    readonly from: LocalDate
    readonly until: LocalDate | undefined
  },
): Promise<boolean> {
  const rows = await db`
    select 1 from identity.assignment
     where account_id = ${grant.accountId} and profile_id = ${grant.profileId}
       and unit_id is not distinct from ${grant.unitId ?? null} and agency_id is not distinct from ${grant.agencyId ?? null}
       and valid && daterange(${grant.from}::date, ${grant.until ?? null}::date, '[]') limit 1`
  return rows.length > 0
}

/** The grant has no effect from today on; the row stays, with who ended it. False where it was over. */
export async function endGrant(
  db: Database,
  grantId: string,
  accountId: string,
  by: { readonly userId: string; readonly now: Date; readonly today: LocalDate },
): Promise<boolean> {
  const rows = await db`
    update identity.assignment set valid = valid * daterange(null, ${by.today}::date), ended_by = ${by.userId}, ended_at = ${by.now}
     where id = ${grantId} and account_id = ${accountId} and not valid << daterange(${by.today}::date, null) and not isempty(valid)
    returning 1`
  return rows.length > 0
}

export interface GrantWordsRow {
  profile: string
  place: string
  /** Whether the profile administers, so that the reach of the grant matters. */
  tellsReach: boolean
}

/** The profile and the place of a grant, as people name them. */
export async function selectGrantWords(
  db: Database,
  grant: { readonly profileId: string; readonly agencyId: string; readonly unitId: string | undefined },
  withReach: readonly Permission[],
): Promise<GrantWordsRow> {
  const [row] = await db<GrantWordsRow[]>`
    select p.name as profile, exists (select 1 from identity.profile_permission pp
             where pp.profile_id = p.id and pp.permission = any (${[...withReach]}::text[])) as "tellsReach", coalesce(u.acronym || ' (' || g.acronym || ')', 'todas as unidades de ' || g.acronym) as place
      from identity.profile p join organization.agency g on g.id = ${grant.agencyId}
      left join organization.unit u on u.id = ${grant.unitId ?? null}
     where p.id = ${grant.profileId}`
  return row ?? { profile: '', place: '', tellsReach: false }
}

export interface SameGrantRow {
  from: string
  until: string | null
  extendsToSubunits: boolean
  administers: string
}

/** The grants of the same profile in the same place, on some of the days of the one asked for. */
export async function selectSameGrants(
  db: Database,
  grant: {
    readonly accountId: string
    readonly profileId: string
    readonly place: { readonly agencyId: string; readonly unitId: string | undefined }
    readonly from: LocalDate
    readonly until: LocalDate | undefined
  },
): Promise<SameGrantRow[]> {
  const { unitId, agencyId } = grant.place
  if (grant.until && grant.until < grant.from) return []
  return db<SameGrantRow[]>`
    select coalesce(lower(valid)::text, '') as from, (upper(valid) - 1)::text as until,
           extends_to_subunits as "extendsToSubunits", administers
      from identity.assignment
     where account_id = ${grant.accountId} and profile_id = ${grant.profileId}
       and unit_id is not distinct from ${unitId ?? null} and agency_id is not distinct from ${unitId ? null : agencyId}
       and valid && daterange(${grant.from}::date, ${grant.until ?? null}::date, '[]')`
}
