import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

/** What is about to stop counting: a grant, all grants of a person, or those of a profile. */
export interface AboutToEnd {
  readonly grantId?: string
  readonly accountId?: string
  readonly profileId?: string
}

/** Those who may end the last administrator come one after the other. */
export async function lockAdministrators(trx: Database): Promise<void> {
  await trx`select pg_advisory_xact_lock(hashtextextended('identity.administrators', 0))`
}

/** Whether somebody keeps the people of the whole installation now, and whether somebody still would. */
export async function selectAdministrators(
  db: Database,
  ending: AboutToEnd,
  today: LocalDate,
): Promise<{ isThere: boolean; staysThere: boolean }> {
  const [row] = await db<{ isThere: boolean; staysThere: boolean }[]>`
    select count(*) > 0 as "isThere",
           count(*) filter (where x.id is distinct from ${ending.grantId ?? null}
             and x.account_id is distinct from ${ending.accountId ?? null}
             and x.profile_id is distinct from ${ending.profileId ?? null}) > 0 as "staysThere"
      from identity.assignment x
      join identity.account a on a.id = x.account_id and a.disabled_at is null
      join identity.profile_permission p on p.profile_id = x.profile_id and p.permission = 'identity.manage'
     where x.administers = 'installation' and x.valid @> ${today}::date`
  return row ?? { isThere: false, staysThere: false }
}
