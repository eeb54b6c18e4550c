import type { Permission } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

/** What an enabled account may do in a unit today, and in whose place; nothing in one that was succeeded. */
export async function selectAtWork(
  db: Database,
  accountId: string,
  unitId: string,
  today: string,
): Promise<{ name: string; permissions: Permission[]; substituting: string | null } | undefined> {
  const [row] = await db<{ name: string; permissions: Permission[]; substituting: string | null }[]>`
    select coalesce(a.social_name, a.name) as name, identity.permissions_in(a.id, u.id, ${today}::date) as permissions,
           (select string_agg(concat_ws(', ', x.holder, x.office), '; ')
              from identity.acting_in(a.id, u.id, ${today}::date) x) as substituting
      from identity.account a join organization.unit u on u.id = ${unitId} and u.succeeded_at is null
     where a.id = ${accountId} and a.disabled_at is null`
  return row
}
