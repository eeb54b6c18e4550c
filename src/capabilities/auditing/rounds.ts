import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { keepLog } from './log/keep-log.ts'
import { sealTrail } from './sealing/seal-trail.ts'
import { trailOf } from './trail/trail.ts'

/** Each process writes its own trail, and what its log said; one of them seals. */
export function auditingRounds(platform: Platform): readonly Round[] {
  return [
    { name: 'trail', everyMs: 1_000, run: () => trailOf(platform).write() },
    { name: 'trail.log', everyMs: 5_000, run: () => keepLog(platform) },
    {
      name: 'trail.seal',
      everyMs: 60_000,
      run: async () => {
        await sealTrail(platform.db, platform.clock())
      },
    },
  ]
}
