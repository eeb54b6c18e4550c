import type { JobHelpers } from 'graphile-worker'
import type pg from 'pg'
import { failpoint } from '../failpoints/index.ts'
import type { Log } from '../log/index.ts'

/** Advisory locks of jobs: this, plus the number of the job. */
const lockBase = 7_310_000_000_000
/** Between being taken and being held a job is nobody's for a moment. */
const settledAfter = '3 seconds'
const everyMs = 5_000

/**
 * Does the work of a job while a lock says that its process lives: the lock goes when the process or its connection
 * does, however that came. The library alone takes a job from a dead process only after four hours.
 */
export async function whileHeld(helpers: JobHelpers, work: () => Promise<void>): Promise<void> {
  await helpers.withPgClient(async (client) => {
    const key = [String(lockBase + Number(helpers.job.id))]
    await client.query('select pg_advisory_lock($1::bigint)', key)
    try {
      failpoint('jobs.begun')
      await work()
      failpoint('jobs.done')
    } finally {
      // A connection that was lost has given the lock back by itself.
      await client.query('select pg_advisory_unlock($1::bigint)', key).catch(() => undefined)
    }
  })
}

/** Gives back, now and again and again, the jobs that are marked as taken and that no living process holds. */
export function reviveOrphans(pool: pg.Pool, log: Log): { stop(): Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const revive = () => {
    underWay = giveBackOrphans(pool).then(
      (count) => count > 0 && log.info({ count }, 'jobs of dead processes were taken up again'),
      (error) => log.warn({ err: error }, 'jobs of dead processes could not be looked for'),
    )
  }
  revive()
  const timer = setInterval(revive, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}

/**
 * Several nodes may ask at once: each job is looked at by who gets its lock first. The library's own function would take
 * away all the jobs of a node, and not the one that is nobody's. Answers how many it gave back.
 */
export async function giveBackOrphans(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(`
    with taken as materialized (
      select id from graphile_worker._private_jobs where locked_at < now() - interval '${settledAfter}'
    ), orphaned as materialized (
      select id from taken where pg_try_advisory_xact_lock(${lockBase} + id)
    )
    update graphile_worker._private_jobs set locked_at = null, locked_by = null where id in (select id from orphaned)`)
  return rowCount ?? 0
}
