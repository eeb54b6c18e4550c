import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { reopenOnSchedule } from './reopening/reopen-on-schedule.ts'

/** Reopening what was scheduled, every minute. Several nodes settle it by the lock of the case file. */
export function routingRounds(platform: Platform): readonly Round[] {
  return [
    {
      name: 'routing.reopen',
      everyMs: 60_000,
      run: async () => {
        await reopenOnSchedule(platform.db, platform.clock())
      },
    },
  ]
}
