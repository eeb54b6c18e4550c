import type { Platform } from '../../../platform/platform.ts'
import type { Round } from '../../../platform/rounds/index.ts'
import { indexPending } from './index-pending.ts'

/** Indexing, twice a second: what was signed is found in about that time. */
export function searchRounds(platform: Platform): readonly Round[] {
  return [
    {
      name: 'search.index',
      everyMs: 500,
      run: async () => {
        await indexPending(platform.db, platform.log, platform.clock)
      },
    },
  ]
}
