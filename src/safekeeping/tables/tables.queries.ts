import type { Database, Pool } from '../../platform/db/index.ts'

export interface Table {
  /** With its schema, as statements name it. */
  readonly name: string
  readonly columns: readonly string[]
}

/** Every table of these schemas with the columns that hold something of their own: what is generated is made again. */
export async function selectTables(db: Database, schemas: readonly string[]): Promise<Table[]> {
  return db<Table[]>`
    select format('%I.%I', n.nspname, c.relname) as name,
           (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any (${[...schemas]}::text[])
       and (n.nspname, c.relname) <> ('graphile_worker', 'migrations')
     order by n.nspname, c.relname`
}

/** The last number that each sequence gave; those that gave none are left out. */
export async function selectSequences(db: Database, schemas: readonly string[]): Promise<Record<string, string>> {
  const rows = await db<{ name: string; value: string }[]>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
     where schemaname = any (${[...schemas]}::text[]) and last_value is not null order by 1`
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

export async function setSequences(db: Database, sequences: Readonly<Record<string, string>>): Promise<void> {
  await db`
    select setval(s.key::regclass, s.value::bigint)
      from jsonb_each_text(${JSON.stringify(sequences)}::text::jsonb) as s`
}

/** Steps of the schema of the job queue, which is not ours. */
export async function selectQueueSteps(db: Database): Promise<number[]> {
  const rows = await db<{ id: number }[]>`select id from graphile_worker.migrations order by id`
  return rows.map(({ id }) => id)
}

/** How many rows each table holds. */
export async function countRows(db: Database, tables: readonly Table[]): Promise<Record<string, number>> {
  const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::float8 as rows from ${name}`)
  const rows = await db.unsafe<{ name: string; rows: number }[]>(parts.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/** Whether anybody has put a table, a view or a sequence there that no extension brought. */
export async function holdsAnything(db: Database): Promise<boolean> {
  const rows = await db`
    select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
       and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     limit 1`
  return rows.length > 0
}

/**
 * What stands in the way of rows that come in any order, and how to take it away and put it back: foreign keys, which are
 * checked anew for all rows when they come back, and triggers. The owner of the tables may do both; nobody else need.
 */
export async function selectObstacles(
  db: Database,
  schemas: readonly string[],
): Promise<{ readonly away: string; readonly back: string }[]> {
  return db<{ away: string; back: string }[]>`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as away,
           format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as back
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname = any (${[...schemas]}::text[])
    union all
    select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname),
           format('alter table %I.%I enable %s trigger %I', n.nspname, c.relname,
             case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled <> 'D' and n.nspname = any (${[...schemas]}::text[])`
}

/** How many transactions a server still has to begin before it reaches one. */
export async function transactionsUntil(db: Database, wanted: string): Promise<number> {
  const [row] = await db<{ missing: number }[]>`
    select greatest(0, ${wanted}::text::numeric - pg_snapshot_xmax(pg_current_snapshot())::text::numeric)::float8 as missing`
  return row?.missing ?? 0
}

/**
 * Begins and ends transactions until the server has reached one. Rows keep the numbers of the transactions that wrote them,
 * which the seals stand on: whatever is written from now on must come after them all (decision 5).
 */
export async function passTransactions(pool: Pool, wanted: string): Promise<void> {
  if (!/^\d{1,20}$/.test(wanted)) throw new RangeError(`Not a transaction: ${wanted}`)
  const connection = await pool.reserve()
  try {
    await connection.unsafe('set synchronous_commit = off; set statement_timeout = 0')
    await connection.unsafe(
      `do $$ begin while pg_current_xact_id()::text::numeric < ${wanted} loop commit; end loop; end $$`,
    )
    await connection.unsafe('reset synchronous_commit; reset statement_timeout')
  } finally {
    connection.release()
  }
}
