import type { Permission } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface ProfileRow {
  id: string
  name: string
  description: string
  permissions: Permission[]
  /** How many people have it today. */
  peopleCount: number
}

export async function selectProfiles(db: Database, today: LocalDate, id?: string): Promise<ProfileRow[]> {
  return db<ProfileRow[]>`
    select p.id, p.name, p.description,
           array(select permission from identity.profile_permission pp where pp.profile_id = p.id order by 1) as permissions,
           (select count(distinct x.account_id)::int from identity.assignment x
              join identity.account a on a.id = x.account_id and a.disabled_at is null
             where x.profile_id = p.id and x.valid @> ${today}::date) as "peopleCount"
      from identity.profile p ${id === undefined ? db`` : db`where p.id = ${id}`} order by p.name limit 500`
}

/** Undefined where the name is taken. */
export async function insertProfile(
  db: Database,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into identity.profile (name, description) values (${name}, ${description}) on conflict do nothing returning id`
  return row?.id
}

/** False where another profile has the name. */
export async function updateProfile(
  db: Database,
  id: string,
  { name, description }: { readonly name: string; readonly description: string },
): Promise<boolean> {
  const rows = await db`update identity.profile set name = ${name}, description = ${description}
    where id = ${id} and not exists (select 1 from identity.profile o where o.name = ${name} and o.id <> ${id}) returning 1`
  return rows.length > 0
}

export async function replacePermissions(db: Database, id: string, permissions: readonly Permission[]): Promise<void> {
  await Promise.all([
    db`delete from identity.profile_permission where profile_id = ${id} and permission <> all (${[...permissions]}::text[])`,
    db`insert into identity.profile_permission (profile_id, permission)
       select ${id}, p from unnest(${[...permissions]}::text[]) p on conflict do nothing`,
  ])
}
