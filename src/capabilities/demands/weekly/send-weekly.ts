import { addDays, todayIn, weekdayOf } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import { claimWeekly } from './weekly.queries.ts'
import { lineOf, weeklyDemandsMail } from './weekly-mail.text.ts'

const most = 100
const daysAhead = 14

/**
 * Puts into the outbox the weekly mail of each unit that has something due: once for each unit and week, however many nodes
 * do it at once and wherever one of them dies (FLX-063). Answers how many units are written to.
 */
export async function sendWeekly(db: Database, publicUrl: string, now: Date): Promise<number> {
  const today = todayIn(now)
  const week = { of: addDays(today, 1 - (weekdayOf(today) || 7)), today, until: addDays(today, daysAhead) }
  let written = 0
  for (;;) {
    const count = await inTransaction(db, async (trx) => {
      const mails = await claimWeekly(trx, week, now, most)
      const notices = mails.flatMap(({ recipients, unit, slug, lines, more }) => {
        const rest = more > 0 ? [`- e mais ${more}`] : []
        const values = {
          ...{ unidade: unit, lista: [...lines.map(lineOf), ...rest].join('\n') },
          endereco: `${publicUrl}/em/${slug}/demandas`,
        }
        return recipients.map((recipient) => ({ recipient, values }))
      })
      await queueNotices(trx, weeklyDemandsMail, notices)
      return mails.length
    })
    if (count === 0) return written
    written += count
  }
}
