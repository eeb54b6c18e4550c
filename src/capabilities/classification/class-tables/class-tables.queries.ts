import type { Database } from '../../../platform/db/index.ts'

export interface ClassTableRow {
  id: string
  name: string
  state: 'draft' | 'in-force' | 'retired'
  activatedAt: Date | null
  retiredAt: Date | null
  classes: number
}

const columns = (db: Database) => db`t.id, t.name, t.activated_at as "activatedAt", t.retired_at as "retiredAt",
  case when t.activated_at is null then 'draft' when t.retired_at is null then 'in-force' else 'retired' end as state,
  (select count(*)::int from classification.record_class r where r.table_id = t.id) as classes`

/** All tables, the one in force first. */
export async function selectTables(db: Database): Promise<ClassTableRow[]> {
  return db<ClassTableRow[]>`select ${columns(db)} from classification.class_table t
    order by t.retired_at is not null, t.activated_at is null, t.id desc limit 200`
}

export async function selectTable(
  db: Database,
  id: string,
  mode: 'reading' | 'locked',
): Promise<ClassTableRow | undefined> {
  // All tables, so that two are never activated at once.
  if (mode === 'locked') await db`select 1 from classification.class_table order by id for update`
  const [row] = await db<ClassTableRow[]>`select ${columns(db)} from classification.class_table t where t.id = ${id}`
  return row
}

/** Undefined where the name is taken. */
export async function insertTable(db: Database, name: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.class_table (name) values (${name}) on conflict (name) do nothing returning id`
  return row?.id
}

/** The classes in use of the table in force, each standing for that of the old one. */
export async function copyClasses(db: Database, tableId: string): Promise<void> {
  await db`
    insert into classification.record_class (table_id, code, description, structural, current_years, intermediate_years,
      disposition, note, term_start, term_event)
    select ${tableId}, code, description, structural, current_years, intermediate_years, disposition, note, term_start, term_event
      from classification.record_class where table_id = classification.table_in_force() and deactivated_at is null`
  await db`
    insert into classification.class_mapping (from_class_id, to_class_id)
    select o.id, n.id from classification.record_class o join classification.record_class n on n.code = o.code and n.table_id = ${tableId}
     where o.table_id = classification.table_in_force() and not n.structural`
}

export interface ClassOfTable {
  id: string
  code: string
  description: string
  structural: boolean
  currentYears: number | null
  intermediateYears: number | null
  disposition: 'elimination' | 'permanent' | null
  active: boolean
}

export async function selectClassesOf(db: Database, tableId: string): Promise<ClassOfTable[]> {
  return db<ClassOfTable[]>`
    select id, code, description, structural, current_years as "currentYears", intermediate_years as "intermediateYears",
           disposition, deactivated_at is null as active
      from classification.record_class where table_id = ${tableId} order by code limit 2000`
}

export interface UsedClass {
  id: string
  code: string
  description: string
  /** Codes of the classes of the new table that stand for it. */
  mappedTo: string[]
}

/** The classes of the table in force that case files or case types have, and what stands for each in another table. */
export async function selectUsed(db: Database, tableId: string): Promise<UsedClass[]> {
  return db<UsedClass[]>`
    select r.id, r.code, r.description,
           array(select n.code from classification.class_mapping m join classification.record_class n on n.id = m.to_class_id
                  where m.from_class_id = r.id and n.table_id = ${tableId} order by n.code) as "mappedTo"
      from classification.record_class r
     where r.table_id = classification.table_in_force()
       and (exists (select 1 from classification.case_type_class k where k.record_class_id = r.id)
         or exists (select 1 from cases.case_class k where k.record_class_id = r.id)
         or exists (select 1 from classification.class_mapping m where m.to_class_id = r.id))
     order by r.code limit 2000`
}

/** The ids of classes of a table that may be chosen, by code. */
export async function selectSelectable(db: Database, tableId: string, codes: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select id from classification.record_class where table_id = ${tableId} and code = any (${[...codes]}::text[])
       and not structural and deactivated_at is null`
  return rows.map(({ id }) => id)
}

export async function replaceMapping(
  db: Database,
  fromId: string,
  tableId: string,
  toIds: readonly string[],
): Promise<void> {
  await db`delete from classification.class_mapping m using classification.record_class r
    where m.to_class_id = r.id and r.table_id = ${tableId} and m.from_class_id = ${fromId}`
  await db`insert into classification.class_mapping (from_class_id, to_class_id)
    select ${fromId}, t::bigint from unnest(${[...toIds]}::text[]) t`
}

/** The one in force retires, this one comes into force, and case types suggest what stands for their old classes. */
export async function putInForce(db: Database, tableId: string, now: Date): Promise<void> {
  await db`
    with old as (select classification.table_in_force() as id), moved as (
      select distinct k.case_type_id, k.record_class_id, m.to_class_id
        from classification.case_type_class k
        join classification.record_class r on r.id = k.record_class_id and r.table_id = (select id from old)
        join classification.class_mapping m on m.from_class_id = r.id
        join classification.record_class n on n.id = m.to_class_id and n.table_id = ${tableId}),
    gone as (delete from classification.case_type_class k using moved
              where k.case_type_id = moved.case_type_id and k.record_class_id = moved.record_class_id)
    insert into classification.case_type_class (case_type_id, record_class_id)
    select distinct case_type_id, to_class_id from moved on conflict do nothing`
  await db`update classification.class_table set retired_at = ${now} where activated_at is not null and retired_at is null`
  await db`update classification.class_table set activated_at = ${now} where id = ${tableId}`
}
