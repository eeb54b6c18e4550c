import type { Permission } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Reach } from './reach.ts'

interface ReachRow {
  level: 'unit' | 'agency' | 'installation'
  /** The unit and those of its agency that stand below it. */
  unitIds: string[]
}

export async function selectReach(
  db: Database,
  accountId: string,
  unitId: string,
  permission: Permission,
  today: string,
): Promise<ReachRow> {
  const [row] = await db<ReachRow[]>`
    select identity.administration_reach(${accountId}, ${unitId}, ${permission}, ${today}::date) as level,
           array(select d.id::text from organization.descendants(${unitId}, ${today}::date) x(id)
                   join organization.unit d on d.id = x.id
                   join organization.unit u on u.id = ${unitId} and u.agency_id = d.agency_id) as "unitIds"`
  return row ?? { level: 'unit', unitIds: [] }
}

/** The condition that a unit, called `u` by the statement, lies within reach. */
export function unitWithinReach(db: Database, { agencyId, unitIds }: Reach) {
  if (unitIds) return db`u.id = any (${[...unitIds]}::bigint[])`
  return agencyId === undefined ? db`true` : db`u.agency_id = ${agencyId}`
}
