import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { remindRequesters } from './commitments/tell-requesters.ts'
import { publishDue } from './showing/publish-due.ts'

/** The jobs that publish what is due, and remind who asked for what is tomorrow. */
export function agendaTasks(platform: Platform): Tasks {
  return {
    'agenda:publish': async () => {
      await publishDue(platform.db, platform.clock())
    },
    'agenda:remind': async () => {
      await remindRequesters(platform.db, platform.clock())
    },
  }
}

/**
 * Every hour, reminders from nine to twenty in Brasília; what was missed is made up for by the next one. Nothing is published
 * nor sent twice.
 */
export const agendaCrontab = [
  '25 * * * * agenda:publish ?max=3&jobKey=agenda:publish&fill=1d',
  '35 12-23 * * * agenda:remind ?max=3&jobKey=agenda:remind&fill=6h',
].join('\n')
