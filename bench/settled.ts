import type { Pool } from '../src/platform/db/index.ts'

const mostSeconds = 90

/** Waits until what lay in queues is indexed, sealed and done, though not for ever, and the pages are on the disk. */
export async function settled(db: Pool, say: (words: string) => void): Promise<void> {
  const end = performance.now() + mostSeconds * 1000
  for (let left = 1; left > 0 && performance.now() < end; ) {
    const [row] = await db<{ waiting: number }[]>`
      select (select count(*) from search.pending where problem is null)::int +
             (select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts)::int +
             (select count(*) from history.event where tx >= coalesce((select to_tx from history.seal order by id desc limit 1), '0'::xid8)
                and tx < pg_snapshot_xmin(pg_current_snapshot()))::int as waiting`
    left = row?.waiting ?? 0
    if (left > 0) {
      say(`esperando a indexação, os trabalhos e a selagem: ${left}`)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
  await db`checkpoint`
}
