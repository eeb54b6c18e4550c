import type { Database } from '../../platform/db/index.ts'

export interface StandardTextRow {
  id: string
  name: string
  changedAt: Date
  changedBy: string
  groupId: string | null
  groupName: string | null
  /** The text of the institution that it was copied from, while it is distributed here. */
  originName: string | null
  copiedVersion: number | null
  originVersion: number | null
}

export async function selectTexts(db: Database, unitId: string): Promise<StandardTextRow[]> {
  return db<StandardTextRow[]>`
    select t.id, t.name, t.changed_at as "changedAt", coalesce(a.social_name, a.name) as "changedBy",
           f.group_id as "groupId", g.name as "groupName", o.name as "originName", t.copied_version as "copiedVersion",
           o.version as "originVersion"
      from knowledge.standard_text t join identity.account a on a.id = t.changed_by
      left join knowledge.favourite f on f.unit_id = ${unitId} and f.standard_text_id = t.id
      left join knowledge.favourite_group g on g.id = f.group_id
      left join knowledge.institutional_text o on o.id = t.copied_from and o.id in (select knowledge.distributed_to(${unitId}))
     where t.unit_id = ${unitId} and t.deleted_at is null order by lower(platform.plain(t.name)), t.id limit 500`
}

export interface StandardTextContentRow {
  id: string
  name: string
  content: unknown
}

/** The texts of the unit and those that the institution distributes to it (`i12`), to be put into a document. */
export async function selectTextsWithContent(db: Database, unitId: string): Promise<StandardTextContentRow[]> {
  return db<StandardTextContentRow[]>`
    select * from (
      select id::text, name, content from knowledge.standard_text where unit_id = ${unitId} and deleted_at is null
      union all
      select 'i' || t.id, t.name || ' (institucional)', v.content
        from knowledge.institutional_text t
        join knowledge.institutional_version v on v.text_id = t.id and v.number = t.version
       where t.kind = 'text' and t.id in (select knowledge.distributed_to(${unitId}))) x
     order by lower(platform.plain(name)), id limit 500`
}

/** What a new document may begin with, in the order in which it is offered. */
export interface BeginningRow {
  /** `12` of the unit, `i12` of the institution, `d0000012` a document that the unit keeps as model. */
  value: string
  name: string
  source: 'unit' | 'institution' | 'model' | 'document'
  groupName: string | null
}

export async function selectBeginnings(db: Database, unitId: string, documentTypeId: string): Promise<BeginningRow[]> {
  return db<BeginningRow[]>`
    select * from (
      select t.id::text as value, t.name, 'unit' as source, g.name as "groupName"
        from knowledge.standard_text t
        left join knowledge.favourite f on f.unit_id = ${unitId} and f.standard_text_id = t.id
        left join knowledge.favourite_group g on g.id = f.group_id
       where t.unit_id = ${unitId} and t.deleted_at is null
      union all
      select 'i' || t.id, t.name, case t.kind when 'model' then 'model' else 'institution' end, g.name
        from knowledge.institutional_text t
        left join knowledge.favourite f on f.unit_id = ${unitId} and f.institutional_text_id = t.id
        left join knowledge.favourite_group g on g.id = f.group_id
       where t.id in (select knowledge.distributed_to(${unitId})) and (t.kind = 'text' or t.document_type_id = ${documentTypeId})
      union all
      select 'd' || lpad(d.number::text, 7, '0'), f.name, 'document', g.name
        from knowledge.favourite f
        join knowledge.favourite_group g on g.id = f.group_id
        join documents.document d on d.id = f.document_id and d.state = 'active'
       where f.unit_id = ${unitId} and f.document_id is not null) x
     order by x."groupName" is null, lower(platform.plain(x."groupName")),
              array_position(array['document', 'unit', 'institution', 'model'], x.source), lower(platform.plain(x.name)), x.value
     limit 500`
}

/** The words of one text of the institution, as they are distributed to the unit now. */
export async function selectDistributedText(
  db: Database,
  unitId: string,
  id: string,
): Promise<{ kind: 'text' | 'model'; content: unknown; documentId: string | null } | undefined> {
  const [row] = await db<{ kind: 'text' | 'model'; content: unknown; documentId: string | null }[]>`
    select t.kind, v.content, v.document_id as "documentId"
      from knowledge.institutional_text t
      join knowledge.institutional_version v on v.text_id = t.id and v.number = t.version
     where t.id = ${id} and t.id in (select knowledge.distributed_to(${unitId}))`
  return row
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
  /** The text of the institution and its version that this is a copy of. */
  copiedFrom?: string
  copiedVersion?: number
}

/** Undefined: the unit already has a text of this name. */
export async function insertText(db: Database, text: TextToKeep, now: Date): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into knowledge.standard_text (unit_id, name, content, changed_at, changed_by, copied_from, copied_version)
    values (${text.unitId}, ${text.name}, ${text.json}::text::json, ${now}, ${text.accountId}, ${text.copiedFrom ?? null},
      ${text.copiedVersion ?? null})
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

export async function selectTextNames(db: Database, unitId: string): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select id, name from knowledge.standard_text where unit_id = ${unitId} and deleted_at is null
     order by lower(platform.plain(name)), id limit 500`
}
