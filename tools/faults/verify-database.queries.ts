import type { Database, Pool } from '../../src/platform/db/index.ts'

/** Promises of PostgreSQL without which a power cut may take away what was confirmed. */
const promises: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  data_checksums: 'on',
  data_sync_retry: 'off',
}

/** Settings of the running server that are not those of an installation. */
export async function selectBrokenPromises(db: Database): Promise<string[]> {
  const rows = await db<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name = any (${Object.keys(promises)})`
  const found = new Map(rows.map(({ name, setting }) => [name, setting]))
  return Object.entries(promises)
    .filter(([name, wanted]) => found.get(name) !== wanted)
    .map(([name, wanted]) => `PostgreSQL com ${name} = ${found.get(name)}, e não ${wanted}`)
}

class UndoExtension extends Error {}

/** Pages, rows and indexes of the whole database, looked at by PostgreSQL's own checker, which leaves no trace. */
export async function selectDamage(pool: Pool): Promise<string[]> {
  const damage: string[] = []
  try {
    await pool.begin(async (trx) => {
      await trx`create extension amcheck`
      const rows = await trx<{ what: string }[]>`
        select c.oid::regclass || ': ' || v.msg as what from pg_class c, verify_heapam(c.oid) v
         where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p'`
      damage.push(...rows.map(({ what }) => what))
      await trx`
        select bt_index_check(i.indexrelid, true) from pg_index i join pg_class c on c.oid = i.indexrelid
          join pg_am a on a.oid = c.relam
         where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p' and i.indisvalid`
      throw new UndoExtension()
    })
  } catch (error) {
    if (!(error instanceof UndoExtension)) damage.push(String((error as Error).message))
  }
  return damage
}
