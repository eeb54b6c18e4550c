import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import { confidentialDueMail, deadlineDueMail, remindersOf, returnDueMail } from './reminder.text.ts'
import { claimReminders } from './reminders.queries.ts'

const most = 100

/**
 * Puts into the outbox the reminders of everything that falls due soon: once for each day of each thing, however many
 * nodes do it at once and wherever one of them dies. Answers how many things were reminded of.
 */
export async function sendReminders(db: Database, publicUrl: string, now: Date): Promise<number> {
  let reminded = 0
  for (;;) {
    const count = await inTransaction(db, async (trx) => {
      const rows = await claimReminders(trx, todayIn(now), now, most)
      const { deadlines, returns, confidential } = remindersOf(rows, publicUrl)
      await queueNotices(trx, deadlineDueMail, deadlines)
      await queueNotices(trx, returnDueMail, returns)
      await queueNotices(trx, confidentialDueMail, confidential)
      return rows.length
    })
    if (count === 0) return reminded
    reminded += count
  }
}
