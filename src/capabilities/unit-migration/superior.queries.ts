import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'

/** Whether the unit stands above all that are migrated; of a unit at the top, it is the unit itself (EST-083). */
export async function isAbove(db: Database, unitId: string, migrationId: string, now: Date): Promise<boolean> {
  const today = todayIn(now)
  const rows = await db`
    select 1 from unit_migration.migration_unit m
     where m.migration_id = ${migrationId} and m.role = 'from'
       and ${unitId}::bigint not in (
         select a from organization.ancestors(m.unit_id, ${today}::date) a
          where a <> m.unit_id or not exists (select 1 from organization.placement p
                 where p.unit_id = m.unit_id and p.valid @> ${today}::date and p.parent_id is not null))`
  return rows.length === 0
}
