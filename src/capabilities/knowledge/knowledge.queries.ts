import type { Database } from '../../platform/db/index.ts'

export interface StandardTextRow {
  id: string
  name: string
  changedAt: Date
  changedBy: string
}

export async function selectTexts(db: Database, unitId: string): Promise<StandardTextRow[]> {
  return db<StandardTextRow[]>`
    select t.id, t.name, t.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy"
      from knowledge.standard_text t join identity.account a on a.id = t.changed_by
     where t.unit_id = ${unitId} and t.deleted_at is null order by lower(platform.plain(t.name)), t.id limit 500`
}

export interface StandardTextContentRow {
  id: string
  name: string
  content: unknown
}

export async function selectTextsWithContent(db: Database, unitId: string): Promise<StandardTextContentRow[]> {
  return db<StandardTextContentRow[]>`
    select id, name, content from knowledge.standard_text
     where unit_id = ${unitId} and deleted_at is null order by lower(platform.plain(name)), id limit 500`
}

/** The text of that unit: of another one it is as if it were not there. */
export async function selectText(
  db: Database,
  unitId: string,
  id: string,
): Promise<StandardTextContentRow | undefined> {
  const [row] = await db<StandardTextContentRow[]>`
    select id, name, content from knowledge.standard_text
     where id = ${id} and unit_id = ${unitId} and deleted_at is null`
  return row
}

export interface TextToKeep {
  unitId: string
  name: string
  json: string
  accountId: string
}

/** Undefined: the unit already has a text of this name. */
export async function insertText(db: Database, text: TextToKeep, now: Date): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into knowledge.standard_text (unit_id, name, content, changed_at, changed_by)
    values (${text.unitId}, ${text.name}, ${text.json}::text::json, ${now}, ${text.accountId})
    on conflict (unit_id, name) where deleted_at is null do nothing returning id`
  return row?.id
}

export async function countTexts(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from knowledge.standard_text where unit_id = ${unitId} and deleted_at is null`
  return row?.count ?? 0
}

export async function selectTextByName(db: Database, unitId: string, name: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select id from knowledge.standard_text where unit_id = ${unitId} and name = ${name} and deleted_at is null`
  return row?.id
}

export async function updateText(db: Database, id: string, text: TextToKeep, now: Date): Promise<boolean> {
  const rows = await db`update knowledge.standard_text set name = ${text.name}, content = ${text.json}::text::json,
      changed_at = ${now}, changed_by = ${text.accountId}
    where id = ${id} and unit_id = ${text.unitId} and deleted_at is null returning 1`
  return rows.length > 0
}

export async function markDeleted(
  db: Database,
  id: string,
  by: { readonly unitId: string; readonly accountId: string },
  now: Date,
): Promise<boolean> {
  const rows =
    await db`update knowledge.standard_text set deleted_at = ${now}, changed_at = ${now}, changed_by = ${by.accountId}
    where id = ${id} and unit_id = ${by.unitId} and deleted_at is null returning 1`
  return rows.length > 0
}

/** Gives all texts of a unit to another one. A name that is taken there gets the acronym, and a number where need be. */
export async function moveTexts(db: Database, from: string, to: string): Promise<{ before: string; after: string }[]> {
  return db<{ before: string; after: string }[]>`
    with named as (
      select t.id, t.name as before, case
               when not exists (select 1 from knowledge.standard_text o
                                 where o.unit_id = ${to} and o.name = t.name and o.deleted_at is null) then t.name
               else left(t.name, 40) || ' (' || u.acronym || ' ' || t.id || ')' end as after
        from knowledge.standard_text t join organization.unit u on u.id = t.unit_id
       where t.unit_id = ${from} and t.deleted_at is null
    ), moved as (
      update knowledge.standard_text t set unit_id = ${to}, name = n.after from named n where n.id = t.id
    ) select before, after from named order by before`
}
