import { addDays, todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { gatherDueNotices, gatherNotices } from './gathering/gather-notices.ts'
import { sendAtOnce, sendDigests } from './mailing/send-notices.ts'
import { keptDays } from './notice.ts'
import { deleteOlder, deleteOlderDigests } from './notices.queries.ts'

/** Gathering what people are to be told of, and forgetting what is old. Several nodes settle it in the database. */
export function noticesRounds(platform: Platform): readonly Round[] {
  const { db, clock, publicUrl } = platform
  return [
    {
      name: 'notices.gather',
      everyMs: 15_000,
      run: async () => {
        await gatherNotices(db, clock())
        await sendAtOnce(db, publicUrl, clock())
      },
    },
    {
      name: 'notices.due',
      everyMs: 900_000,
      run: async () => {
        await gatherDueNotices(db, clock())
        await forgetOldNotices(db, clock())
      },
    },
  ]
}

/** The job that makes the e-mail of the day. */
export function noticesTasks(platform: Platform): Tasks {
  return {
    'notices:digest': async () => {
      await sendDigests(platform.db, platform.publicUrl, platform.clock())
    },
  }
}

/** Each hour; what was missed is made up for by the next one. */
export const noticesCrontab = '5 * * * * notices:digest ?max=3&jobKey=notices:digest&fill=1d'

/** Removes notices older than `keptDays`. */
export async function forgetOldNotices(db: Database, now: Date): Promise<number> {
  const oldest = addDays(todayIn(now), -keptDays)
  await deleteOlderDigests(db, oldest)
  return deleteOlder(db, new Date(`${oldest}T00:00:00-03:00`))
}
