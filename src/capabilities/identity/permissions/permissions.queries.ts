import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface ProfileChoiceRow {
  id: string
  name: string
  description: string
}

export async function selectProfileChoices(db: Database): Promise<ProfileChoiceRow[]> {
  return db<ProfileChoiceRow[]>`select id, name, description from identity.profile order by name limit 500`
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
