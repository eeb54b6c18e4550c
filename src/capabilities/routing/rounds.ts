import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { sumUpDesks } from './desk-tally.queries.ts'
import { reopenOnSchedule } from './reopening/reopen-on-schedule.ts'

/**
 * Reopening what was scheduled, every minute: several nodes settle it by the lock of the case file. And the changes of
 * the desks summed up, which several nodes may do at once.
 */
export function routingRounds(platform: Platform): readonly Round[] {
  return [
    {
      name: 'routing.reopen',
      everyMs: 60_000,
      run: async () => {
        await reopenOnSchedule(platform.db, platform.clock())
      },
    },
    { name: 'routing.sum-up-desks', everyMs: 60_000, run: () => sumUpDesks(platform.db) },
  ]
}
