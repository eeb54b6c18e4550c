import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueMail } from '../../../platform/outbox/index.ts'
import { reminderMessages } from './reminder.text.ts'
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
      await queueMail(
        trx,
        rows.flatMap((row) => reminderMessages(row, publicUrl)),
      )
      return rows.length
    })
    if (count === 0) return reminded
    reminded += count
  }
}
