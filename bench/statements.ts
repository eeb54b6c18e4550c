import type { Pool } from '../src/platform/db/index.ts'

const repeats = 10

/**
 * Statements of the database that one act makes, without BEGIN and COMMIT. To be asked while nothing else works in the
 * house: what rounds do by themselves would be counted too.
 */
export async function statementsOf(db: Pool, act: (n: number) => Promise<unknown>): Promise<number> {
  await act(0)
  await track(db, 'top')
  await db`select pg_stat_statements_reset()`
  for (let n = 1; n <= repeats; n++) await act(n)
  const [row] = await db<{ calls: number }[]>`
    select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
     where query !~* '^\s*(begin|commit|rollback|set)' and query !~ 'pg_stat_statements|pg_reload_conf|pg_settings'`
  await track(db, 'none')
  return Math.round((row?.calls ?? 0) / repeats)
}

/** The setting reaches every connection before its next statement. */
async function track(db: Pool, what: 'top' | 'none'): Promise<void> {
  await db.unsafe(`alter system set pg_stat_statements.track = '${what}'`)
  await db`select pg_reload_conf()`
  await new Promise((resolve) => setTimeout(resolve, 200))
}
