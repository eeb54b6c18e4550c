import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { publishDue } from './showing/publish-due.ts'

/** The job that publishes what is due. */
export function agendaTasks(platform: Platform): Tasks {
  return {
    'agenda:publish': async () => {
      await publishDue(platform.db, platform.clock())
    },
  }
}

/** Every hour; what was missed is made up for by the next one. Nothing is published twice. */
export const agendaCrontab = '25 * * * * agenda:publish ?max=3&jobKey=agenda:publish&fill=1d'
