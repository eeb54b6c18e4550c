import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { insertClosedMonth, lockClosing, selectMonthsToClose } from './closing.queries.ts'

/**
 * Closes every month that has ended and is not closed yet, each in a transaction of its own. Done again it does nothing.
 * Answers the months, as `2026-10-01`.
 */
export async function closeMonths(db: Database, now: Date): Promise<readonly string[]> {
  const thisMonth = `${todayIn(now).slice(0, 7)}-01`
  const closed: string[] = []
  for (;;) {
    const month = await inTransaction(db, async (trx) => {
      await lockClosing(trx)
      const [next] = await selectMonthsToClose(trx, thisMonth)
      if (next) await insertClosedMonth(trx, next, now)
      return next
    })
    if (!month) return closed
    closed.push(month)
  }
}
