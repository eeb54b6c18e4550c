import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { removePastTerm } from './keeping/remove-past-term.ts'
import { deleteOldLines } from './log/log.queries.ts'

/** Jobs of auditing: what is past its term. */
export function auditingTasks(platform: Platform): Tasks {
  return {
    'auditing:retire': async () => {
      await removePastTerm(platform)
      await deleteOldLines(platform.db, platform.clock())
    },
  }
}

/** Every night; times of UTC. */
export const auditingCrontab = '10 5 * * * auditing:retire ?max=3&jobKey=auditing:retire'
