import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { sendWeekly } from './weekly/send-weekly.ts'

/** The job that writes to units once a week. */
export function demandsTasks(platform: Platform): Tasks {
  return {
    'demands:weekly': async () => {
      await sendWeekly(platform.db, platform.publicUrl, platform.clock())
    },
  }
}

/** Mondays at seven in Brasília; what was missed is made up for within three days. No unit is written to twice in a week. */
export const demandsCrontab = '5 10 * * 1 demands:weekly ?max=3&jobKey=demands:weekly&fill=3d'
