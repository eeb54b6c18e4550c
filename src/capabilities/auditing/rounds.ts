import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { trailOf } from './trail/trail.ts'

/** Each process writes its own trail. */
export function auditingRounds(platform: Platform): readonly Round[] {
  return [{ name: 'trail', everyMs: 1_000, run: () => trailOf(platform).write() }]
}
