import type { Database } from '../../../platform/db/index.ts'
import type { FormField, FormVersion } from './form-field.ts'

/** The version in force of a type's form: the last one published. */
export async function selectFormInForce(db: Database, typeId: string): Promise<FormVersion | undefined> {
  const [row] = await db<FormVersion[]>`
    select id, number, fields from classification.form_version
     where document_type_id = ${typeId} order by number desc limit 1`
  return row
}

export async function selectFormVersion(db: Database, id: string): Promise<FormVersion | undefined> {
  const [row] = await db<FormVersion[]>`select id, number, fields from classification.form_version where id = ${id}`
  return row
}

/** The fields as they are being arranged; those in force where nobody began. Held where they are to be changed. */
export async function selectArrangement(
  db: Database,
  typeId: string,
  locked: boolean,
): Promise<{ fields: readonly FormField[]; isBegun: boolean }> {
  if (locked) await db`select 1 from classification.document_type where id = ${typeId} for update`
  const [row] = await db<{ fields: readonly FormField[] }[]>`
    select fields from classification.form_draft where document_type_id = ${typeId}`
  if (row) return { fields: row.fields, isBegun: true }
  return { fields: (await selectFormInForce(db, typeId))?.fields ?? [], isBegun: false }
}

export async function upsertArrangement(
  db: Database,
  typeId: string,
  fields: readonly FormField[],
  accountId: string,
  now: Date,
): Promise<void> {
  await db`insert into classification.form_draft (document_type_id, fields, changed_at, changed_by)
    values (${typeId}, ${JSON.stringify(fields)}::text::jsonb, ${now}, ${accountId})
    on conflict (document_type_id) do update set fields = excluded.fields, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`
}

export async function deleteArrangement(db: Database, typeId: string): Promise<void> {
  await db`delete from classification.form_draft where document_type_id = ${typeId}`
}

export async function insertFormVersion(
  db: Database,
  typeId: string,
  fields: readonly FormField[],
  accountId: string,
  now: Date,
): Promise<{ id: string; number: number }> {
  const [row] = await db<{ id: string; number: number }[]>`
    insert into classification.form_version (document_type_id, number, fields, made_at, made_by)
    values (${typeId}, (select coalesce(max(number), 0) + 1 from classification.form_version where document_type_id = ${typeId}),
      ${JSON.stringify(fields)}::text::jsonb, ${now}, ${accountId}) returning id, number`
  if (!row) throw new Error('a version of a form was not inserted')
  return row
}
