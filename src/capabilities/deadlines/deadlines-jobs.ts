import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { sendReminders } from './reminders/send-reminders.ts'

/** The job that reminds units of what falls due. */
export function deadlinesTasks(platform: Platform): Tasks {
  return {
    'deadlines:remind': async () => {
      await sendReminders(platform.db, platform.publicUrl, platform.clock())
    },
  }
}

/** Every hour of the working day in Brasília; times of UTC. What was missed is made up for by the next one. */
export const deadlinesCrontab = '15 9-23 * * * deadlines:remind ?max=3&jobKey=deadlines:remind&fill=1d'
