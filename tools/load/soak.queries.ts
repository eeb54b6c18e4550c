import type { Database } from '../../src/platform/db/index.ts'

/** Connections of the program to its database, but not the one that asks. */
export async function selectConnections(db: Database): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`
  return row?.count ?? 0
}
