import { addDays, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { instantAt } from '../commitments/wall-clock.ts'
import { publishOne, publishUntil } from './public.queries.ts'

/** Publishes what is in public agendas up to today (AG-04). Answers how many. */
export function publishDue(db: Database, now: Date): Promise<number> {
  return publishUntil(db, instantAt(addDays(todayIn(now), 1), '00:00'), now)
}

/** Publishes one thing before its day. What was published stays as it was. */
export function publishNow(db: Database, commitmentId: string, now: Date): Promise<void> {
  return publishOne(db, commitmentId, now)
}
