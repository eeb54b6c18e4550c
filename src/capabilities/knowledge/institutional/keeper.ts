import { type Actor, may } from '../../../platform/actor.ts'
import type { InnerVisit } from '../../../platform/http/index.ts'
import { reachOfVisit } from '../../organization/index.ts'

/** How far somebody distributes: everywhere, in one agency, or in the own unit and those below it (FLX-032). */
export type KeeperLevel = 'installation' | 'agency' | 'local'

/** Who keeps texts of the institution, from which unit. */
export interface Keeper {
  readonly level: KeeperLevel
  readonly actor: Actor
}

/** What the visit may distribute; undefined where it may not at all. */
export async function keeperOf(visit: InnerVisit): Promise<Keeper | undefined> {
  const { actor } = visit
  if (may(actor, 'knowledge.distribute')) {
    const { agencyId } = await reachOfVisit(visit, 'knowledge.distribute')
    return { level: agencyId === undefined ? 'installation' : 'agency', actor }
  }
  return may(actor, 'knowledge.distribute-locally') ? { level: 'local', actor } : undefined
}
