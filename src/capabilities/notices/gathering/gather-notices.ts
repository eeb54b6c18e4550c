import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { lockCursor, moveCursor, selectHorizon, tellOfArrivals, tellOfDays, tellOfEvents } from './gather.queries.ts'

const eventsAtOnce = 500

/**
 * Turns what happened since the last time into notices. The reading of the history and the place up to which it was read
 * are one transaction: whoever dies in it has told nobody, and the next one begins at the same place.
 */
export async function gatherNotices(db: Database, now: Date): Promise<number> {
  const today = todayIn(now)
  let told = 0
  for (let more = true; more; ) {
    const stretch = await inTransaction(db, async (trx) => {
      const from = await lockCursor(trx)
      if (from === undefined) return { told: 0, more: false }
      const horizon = await selectHorizon(trx, from, eventsAtOnce)
      const count = await tellOfEvents(trx, from, horizon.to, today)
      await moveCursor(trx, horizon.to)
      return { told: count, more: horizon.more }
    })
    told += stretch.told
    more = stretch.more
  }
  return told + (await tellOfArrivals(db, today, now))
}

/** Tells of what falls due, once for each day of each thing. */
export async function gatherDueNotices(db: Database, now: Date): Promise<number> {
  return tellOfDays(db, todayIn(now), now)
}
