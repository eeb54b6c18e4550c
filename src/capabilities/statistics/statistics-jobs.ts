import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { closeMonths } from './indices/close-months.ts'

/** Jobs: closing the months that have ended. */
export function statisticsTasks(platform: Platform): Tasks {
  return {
    'statistics:close-months': async () => {
      const months = await closeMonths(platform.db, platform.clock())
      if (months.length > 0) platform.log.info({ months }, 'months were closed')
    },
  }
}

/** Every night, half an hour after midnight in Brasília; times of UTC. */
export const statisticsCrontab = '30 3 * * * statistics:close-months ?fill=2d'
