import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../../organization/index.ts'
import type { RecordClassData } from './save-record-class.ts'

export interface RecordClassRow {
  id: string
  code: string
  description: string
  structural: boolean
  currentYears: number | null
  intermediateYears: number | null
  disposition: 'elimination' | 'permanent' | null
  note: string
  /** Of which table, and whether that is the one in force. */
  tableId: string
  tableName: string
  inForce: boolean
  termEvent: string
  active: boolean
  total: number
}

export async function selectRecordClasses(db: Database, asked: ListRequest): Promise<RecordClassRow[]> {
  return db<RecordClassRow[]>`
    select ${columns(db)}, (count(*) over ())::int as total from classification.record_class
     where table_id = classification.table_in_force() and ${asked.state === 'all' ? db`true` : db`(deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(code || ' ' || description)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by code limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export async function selectRecordClass(db: Database, id: string): Promise<RecordClassRow | undefined> {
  const [row] = await db<RecordClassRow[]>`
    select ${columns(db)}, 1 as total from classification.record_class where id = ${id}`
  return row
}

export async function selectRecordClassByCode(db: Database, code: string): Promise<RecordClassRow | undefined> {
  const [row] = await db<RecordClassRow[]>`
    select ${columns(db)}, 1 as total from classification.record_class
     where code = ${code} and table_id = classification.table_in_force()`
  return row
}

/** Undefined where the code is taken. */
export async function insertWholeClass(
  db: Database,
  data: RecordClassData,
  tableId?: string,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into classification.record_class (code, description, structural, current_years, intermediate_years, disposition, note,
      term_start, term_event, table_id)
    values (${data.code}, ${data.description}, ${data.structural}, ${data.currentYears ?? null},
      ${data.intermediateYears ?? null}, ${data.disposition ?? null}, ${data.note},
      ${data.termEvent ? 'event' : 'conclusion'}, ${data.termEvent}, coalesce(${tableId ?? null}::bigint, classification.table_in_force()))
    on conflict (table_id, code) do nothing returning id`
  return row?.id
}

/** False where another class has the code. */
export async function updateRecordClass(db: Database, id: string, data: RecordClassData): Promise<boolean> {
  const rows = await db`
    update classification.record_class set code = ${data.code}, description = ${data.description},
           structural = ${data.structural}, current_years = ${data.currentYears ?? null},
           intermediate_years = ${data.intermediateYears ?? null}, disposition = ${data.disposition ?? null}, note = ${data.note},
           term_start = ${data.termEvent ? 'event' : 'conclusion'}, term_event = ${data.termEvent}
     where id = ${id} and not exists (
       select 1 from classification.record_class o where o.code = ${data.code} and o.id <> ${id} and o.table_id = record_class.table_id) returning 1`
  return rows.length > 0
}

const columns = (db: Database) => db`id, code, description, structural, current_years as "currentYears",
  intermediate_years as "intermediateYears", disposition, note, deactivated_at is null as active, table_id as "tableId", table_id = classification.table_in_force() as "inForce",
  (select t.name from classification.class_table t where t.id = table_id) as "tableName", term_event as "termEvent"`
