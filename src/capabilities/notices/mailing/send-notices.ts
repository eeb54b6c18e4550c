import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import { usualHour } from '../notice.ts'
import { digestMail, digestOf, letterOf, noticeMail } from './letters.text.ts'
import {
  type Addressee,
  noteDigest,
  selectToDigest,
  selectToTellAtOnce,
  takeDay,
  takeToSend,
} from './mailing.queries.ts'

const mostPeople = 200
const mostAtOnce = 20
const mostInDigest = 1_000

/** Puts into the outbox what people want to be told of at once. Answers how many e-mails that made. */
export async function sendAtOnce(db: Database, publicUrl: string, now: Date): Promise<number> {
  let sent = 0
  for (const to of await selectToTellAtOnce(db, mostPeople)) {
    sent += await inTransaction(db, async (trx) => {
      const notices = await takeToSend(trx, to.accountId, 'at-once', todayIn(now), mostAtOnce)
      await queueNotices(
        trx,
        noticeMail,
        notices.map((notice) => letterOf(to, notice, publicUrl)),
      )
      return notices.length
    })
  }
  return sent
}

/**
 * Puts into the outbox the e-mail of the day of everybody whose hour has come. One person is one transaction, the day
 * taken first: whoever dies between two people has sent the first one's and nothing of the second's.
 */
export async function sendDigests(db: Database, publicUrl: string, now: Date): Promise<number> {
  const today = todayIn(now)
  let sent = 0
  for (const to of await selectToDigest(db, today, hourIn(now), usualHour)) {
    sent += await inTransaction(db, (trx) => sendDigest(trx, to, publicUrl, now))
  }
  return sent
}

/** The e-mail of the day of one person, in a transaction of its own; 0 where it was sent, or nothing is left to tell. */
export async function sendDigest(db: Database, to: Addressee, publicUrl: string, now: Date): Promise<number> {
  const today = todayIn(now)
  if (!(await takeDay(db, to.accountId, today, now))) return 0
  const notices = await takeToSend(db, to.accountId, 'daily', today, mostInDigest)
  await noteDigest(db, to.accountId, today, notices.length)
  if (notices.length === 0) return 0
  await queueNotices(db, digestMail, [digestOf(to, notices, publicUrl)])
  return 1
}

/** The hour in Brasília, 0 to 23. */
function hourIn(now: Date): number {
  return Number(hours.format(now))
}
const hours = new Intl.DateTimeFormat('pt-BR', { timeZone: 'America/Sao_Paulo', hour: '2-digit', hourCycle: 'h23' })
