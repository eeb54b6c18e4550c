import type { Actor, Permission } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { selectReach } from './reach.queries.ts'

/**
 * How far a permission to administrate reaches: some units of one agency (the local administrator, EST-027), one agency,
 * or all of them where `agencyId` is undefined (EST-026). What lies outside does not exist for the administrator.
 */
export interface Reach {
  readonly agencyId: string | undefined
  /** Only these units: that in which the permission is exercised, and those below it today. Undefined: all of them. */
  readonly unitIds?: readonly string[] | undefined
}

/** How far the actor's permission reaches from the unit in which it is exercised. The router has checked the permission. */
export async function reachOf(db: Database, actor: Actor, permission: Permission, now: Date): Promise<Reach> {
  const { level, unitIds } = await selectReach(db, actor.userId, actor.unitId, permission, todayIn(now))
  if (level === 'installation') return { agencyId: undefined }
  return level === 'agency' ? { agencyId: actor.agencyId } : { agencyId: actor.agencyId, unitIds }
}

/** Whether it reaches what is of the whole agency; with a unit, whether it reaches what is of that unit. */
export function reaches(reach: Reach, agencyId: string, unitId?: string): boolean {
  if (reach.agencyId !== undefined && reach.agencyId !== agencyId) return false
  return reach.unitIds === undefined || (unitId !== undefined && reach.unitIds.includes(unitId))
}
