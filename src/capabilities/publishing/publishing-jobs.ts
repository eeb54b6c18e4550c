import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { confirmDue } from './publishing/confirm-due.ts'

/** Writing down that the day of what was scheduled has come, every minute. What people see does not wait for it. */
export function publishingRounds(platform: Platform): readonly Round[] {
  return [
    {
      name: 'publishing.confirm',
      everyMs: 60_000,
      run: async () => {
        await confirmDue(platform.db, platform.clock())
      },
    },
  ]
}
