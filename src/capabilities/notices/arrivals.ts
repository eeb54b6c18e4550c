import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { selectArrivals } from './arrivals.queries.ts'

/** How many case files came to the unit and lie unopened, and how many notices wait: what the desk and the bell say. */
export function arrivalsIn(
  db: Database,
  actor: Actor,
  now: Date,
): Promise<{ readonly arrived: number; readonly notices: number }> {
  return selectArrivals(db, actor, todayIn(now))
}
