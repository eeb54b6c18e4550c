import type { Actor, Permission } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { selectAdministersInstallation } from './reach.queries.ts'

/**
 * How far a permission to administrate reaches: one agency, or all of them where `agencyId` is undefined (EST-026). What
 * lies outside does not exist for the administrator.
 */
export interface Reach {
  readonly agencyId: string | undefined
}

/** How far the actor's permission reaches from the unit in which it is exercised. The router has checked the permission. */
export async function reachOf(db: Database, actor: Actor, permission: Permission, now: Date): Promise<Reach> {
  const everywhere = await selectAdministersInstallation(db, actor.userId, actor.unitId, permission, todayIn(now))
  return { agencyId: everywhere ? undefined : actor.agencyId }
}

export function reaches(reach: Reach, agencyId: string): boolean {
  return reach.agencyId === undefined || reach.agencyId === agencyId
}
