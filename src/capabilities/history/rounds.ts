import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { sealEvents } from './seal-events.ts'

/** Sealing the history, every ten seconds. Several nodes settle it by an advisory lock. */
export function historyRounds(platform: Platform): readonly Round[] {
  return [
    {
      name: 'history.seal',
      everyMs: 10_000,
      run: async () => {
        await sealEvents(platform.db, platform.clock())
      },
    },
  ]
}
