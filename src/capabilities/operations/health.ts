import { setTimeout as wait } from 'node:timers/promises'
import type { Platform } from '../../platform/platform.ts'

export interface Health {
  readonly ok: boolean
  readonly version: string
  readonly database: 'ok' | 'unreachable'
  /** Jobs due and not begun; null when the database does not answer. */
  readonly jobs: number | null
}

const patienceMs = 3_000

/** Whether the system can work, for monitors and load balancers. Never slower than its patience. */
export async function healthOf(platform: Platform): Promise<Health> {
  const ask = platform.db<{ jobs: number }[]>`
    select count(*)::int as jobs from (select 1 from graphile_worker.jobs where run_at <= now() and attempts < max_attempts limit 10000) due`
  const late = wait(patienceMs, undefined, { ref: false })
  const rows = await Promise.race([ask.catch(() => undefined), late])
  const jobs = rows?.[0]?.jobs
  return {
    ok: jobs !== undefined,
    version: platform.version,
    database: jobs === undefined ? 'unreachable' : 'ok',
    jobs: jobs ?? null,
  }
}
