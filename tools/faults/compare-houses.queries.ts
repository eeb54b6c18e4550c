import type { Database } from '../../src/platform/db/index.ts'

export interface ColumnRow {
  table: string
  column: string
  type: string
  /** The table whose id it names, where it names one. */
  names: string | null
}

/** Every column of every table of the house, with the register it points to. */
export async function selectColumns(db: Database): Promise<ColumnRow[]> {
  return db<ColumnRow[]>`
    select c.table_schema || '.' || c.table_name as "table", c.column_name as "column", c.udt_name as type,
           coalesce((
             select k.confrelid::regclass::text from pg_constraint k
               join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
               join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1] and f.attname = 'id'
              where k.contype = 'f' and cardinality(k.conkey) = 1 and a.attname = c.column_name
                and k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass limit 1),
             case when c.column_name = 'id' then c.table_schema || '.' || c.table_name end) as names
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
     order by 1, c.ordinal_position`
}

/** The highest id of each of these tables, as far as it has a number. */
export async function selectHighestIds(db: Database, tables: readonly string[]): Promise<Map<string, bigint>> {
  const highest = new Map<string, bigint>()
  for (const table of tables) {
    const [row] = await db<{ id: string | null }[]>`select max(id)::text as id from ${db(table)}`
    if (row && /^\d*$/.test(row.id ?? '')) highest.set(table, BigInt(row.id || 0))
  }
  return highest
}

export async function selectNamesAfter(db: Database, table: string, id: bigint): Promise<Map<string, string>> {
  const rows = await db<{ id: string; name: string }[]>`
    select id::text as id, name from ${db(table)} where id > ${String(id)}::bigint`
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function selectRows(db: Database, table: string): Promise<Record<string, unknown>[]> {
  const rows = await db<{ row: Record<string, unknown> }[]>`select to_jsonb(t) as row from ${db(table)} t`
  return rows.map(({ row }) => row)
}
