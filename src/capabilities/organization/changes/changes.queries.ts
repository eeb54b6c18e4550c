import type { Database } from '../../../platform/db/index.ts'
import { rowsPerPage } from '../administration/lists.ts'
import type { ChangedRecord, Editor, FieldChange } from './change.ts'

export async function insertChanges(
  db: Database,
  by: Editor,
  { register, id }: ChangedRecord,
  changes: readonly FieldChange[],
  now: Date,
): Promise<void> {
  await db`
    insert into organization.register_change (register, record_id, field, before, after, at, account_id, account_name, unit_id)
    select ${register}, ${id}, c.field, c.before, c.after, ${now}, ${by.userId}, ${by.name}, ${by.unitId}
      from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb) as c(field text, before text, after text)`
}

export interface ChangeRow {
  id: string
  field: string
  before: string | null
  after: string | null
  at: Date
  accountName: string
  unit: string
  total: number
}

/** The newest first; of some fields, or of all. */
export async function selectChanges(
  db: Database,
  { register, id }: ChangedRecord,
  page: number,
  fields?: readonly string[],
): Promise<ChangeRow[]> {
  return db<ChangeRow[]>`
    select c.id, c.field, c.before, c.after, c.at, c.account_name as "accountName", u.acronym as unit,
           (count(*) over ())::int as total
      from organization.register_change c join organization.unit u on u.id = c.unit_id
     where c.register = ${register} and c.record_id = ${id} ${fields ? db`and c.field = any (${[...fields]}::text[])` : db``}
     order by c.id desc limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`
}
