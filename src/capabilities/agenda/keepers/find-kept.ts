import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type KeptCalendar, selectKept } from './keepers.queries.ts'

export type { KeptCalendar }

/** An agenda of the unit with who keeps it; undefined: this unit keeps no such agenda. */
export function findKept(db: Database, actor: Actor, officeId: string, now: Date): Promise<KeptCalendar | undefined> {
  return selectKept(db, actor, officeId, todayIn(now))
}
