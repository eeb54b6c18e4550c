import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'

/** A unit from which a migration may be approved, and who administers it. */
export interface SuperiorUnit {
  id: string
  acronym: string
  people: string[]
}

/** Whether the unit stands above all that are migrated; of a unit at the top, it is the unit itself (EST-083). */
export async function isAbove(db: Database, unitId: string, migrationId: string, now: Date): Promise<boolean> {
  const rows = await db`select 1 from (${superiorUnits(db, migrationId, todayIn(now))}) s where s.id = ${unitId}`
  return rows.length > 0
}

/** The units that stand above all that are migrated, the nearest first, each with some of those who may approve there. */
export async function selectSuperiors(
  db: Database,
  migration: { readonly id: string; readonly createdBy: string },
  now: Date,
): Promise<readonly SuperiorUnit[]> {
  const today = todayIn(now)
  return db<SuperiorUnit[]>`
    select u.id, u.acronym, array(
             select distinct coalesce(p.social_name, p.name) as name
               from identity.assignment x
               join identity.profile_permission pp on pp.profile_id = x.profile_id and pp.permission = 'organization.manage'
               join identity.account p on p.id = x.account_id and p.disabled_at is null
              where x.valid @> ${today}::date and x.administers <> 'unit' and p.id <> ${migration.createdBy}
                and x.unit_id = any (array(select organization.ancestors(u.id, ${today}::date)))
                and (x.unit_id = u.id or x.extends_to_subunits)
              order by name limit ${namedAtMost}) as people
      from (${superiorUnits(db, migration.id, today)}) s join organization.unit u on u.id = s.id
     where u.deactivated_at is null
     order by (select count(*) from organization.ancestors(u.id, ${today}::date)) desc limit ${namedAtMost}`
}

const namedAtMost = 5

function superiorUnits(db: Database, migrationId: string, today: string) {
  return db`
    select a.id from unit_migration.migration_unit m cross join lateral organization.ancestors(m.unit_id, ${today}::date) a(id)
     where m.migration_id = ${migrationId} and m.role = 'from'
       and (a.id <> m.unit_id or not exists (select 1 from organization.placement p
              where p.unit_id = m.unit_id and p.valid @> ${today}::date and p.parent_id is not null))
     group by a.id
    having count(*) = (select count(*) from unit_migration.migration_unit n
                        where n.migration_id = ${migrationId} and n.role = 'from')`
}
