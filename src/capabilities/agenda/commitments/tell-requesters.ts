import { addDays, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import { hearingBookedMail, hearingCancelledMail, hearingTomorrowMail, noticesOf } from './requester-mail.text.ts'
import { claimReminders, selectRequesters } from './told-requester.queries.ts'
import { instantAt } from './wall-clock.ts'

/** Writes to who asked for it and left an address, in the transaction of the deed (AG-08). */
export async function tellRequester(db: Database, commitmentId: string, what: 'booked' | 'cancelled'): Promise<void> {
  const notices = noticesOf(await selectRequesters(db, [commitmentId]))
  if (what === 'booked') await queueNotices(db, hearingBookedMail, notices)
  else await queueNotices(db, hearingCancelledMail, notices)
}

const most = 100

/**
 * Reminds those who asked for what is tomorrow: once for each commitment and day, however many nodes do it at once and
 * wherever one of them dies. Answers how many.
 */
export async function remindRequesters(db: Database, now: Date): Promise<number> {
  const day = addDays(todayIn(now), 1)
  const span = { day, from: instantAt(day, '00:00'), to: instantAt(addDays(day, 1), '00:00'), most }
  let reminded = 0
  for (;;) {
    const count = await inTransaction(db, async (trx) => {
      const ids = await claimReminders(trx, span, now)
      if (ids.length > 0) await queueNotices(trx, hearingTomorrowMail, noticesOf(await selectRequesters(trx, ids)))
      return ids.length
    })
    if (count === 0) return reminded
    reminded += count
  }
}
