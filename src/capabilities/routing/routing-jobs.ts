import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { recountDesks } from './desk-tally.queries.ts'

/** Every night each desk is counted and compared with its tally: a sum that was wrong is told in the log and mended. */
export function routingTasks(platform: Platform): Tasks {
  return {
    'routing:recount-desks': async () => {
      const wrong = await recountDesks(platform.db)
      if (wrong > 0) platform.log.error({ wrong }, 'desks were not tallied rightly, and were mended')
    },
  }
}

export const routingCrontab = '20 3 * * * routing:recount-desks ?fill=2d'
