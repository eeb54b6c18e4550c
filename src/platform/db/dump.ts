import type { Database } from './pool.ts'

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker') and n.nspname not like 'pg\\_%'`

/**
 * The schema as text: tables with columns and constraints, indexes, functions, triggers, in a fixed order. The embedded
 * server brings no pg_dump, and reviewers want a diff that shows what a migration did, nothing more.
 */
export async function dump(db: Database): Promise<string> {
  const parts = [
    ...(await tables(db)),
    ...(await lines(
      db,
      `select pg_get_indexdef(i.indexrelid) as line from pg_index i
       join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
      order by n.nspname, c.relname`,
    )),
    ...(await lines(
      db,
      `select 'create view ' || n.nspname || '.' || c.relname || ' as' || chr(10) || pg_get_viewdef(c.oid) as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours}
      order by n.nspname, c.relname`,
    )),
    ...(await lines(
      db,
      `select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} order by n.nspname, p.proname, p.oid::regprocedure::text`,
    )),
    ...(await lines(
      db,
      `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
       join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours}
      order by n.nspname, c.relname, t.tgname`,
    )),
  ]
  return `-- Result of all migrations. Made by tools/dump-schema.ts; never edited by hand.\n\n${parts.map((part) => `${part.trim()};`).join('\n\n')}\n`
}

async function tables(db: Database): Promise<string[]> {
  return lines(
    db,
    `
    select 'create table ' || n.nspname || '.' || c.relname || E' (\\n' || string_agg(item, E',\\n' order by rank, place, item) || E'\\n)' as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral (
        select 1 as rank, a.attnum as place, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attidentity <> '' then ' generated always as identity' else '' end
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attnotnull then ' not null' else '' end as item
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        union all
        select 2, 0, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
          from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
      ) items
     where c.relkind in ('r', 'p') and ${ours} group by n.nspname, c.relname order by n.nspname, c.relname`,
  )
}

async function lines(db: Database, query: string): Promise<string[]> {
  const rows = await db.unsafe<{ line: string }[]>(query)
  return rows.map((row) => row.line)
}
