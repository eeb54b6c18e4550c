import type { Database } from '../../../platform/db/index.ts'

export interface GroupRow {
  id: string
  name: string
  count: number
}

/** The groups of a unit by name, with how much is in each. */
export async function selectGroups(db: Database, unitId: string): Promise<GroupRow[]> {
  return db<GroupRow[]>`
    select g.id, g.name, (select count(*) from knowledge.favourite f
        left join knowledge.standard_text t on t.id = f.standard_text_id
       where f.group_id = g.id and t.deleted_at is null)::int as count
      from knowledge.favourite_group g where g.unit_id = ${unitId} order by lower(platform.plain(g.name)), g.id limit 100`
}

/** Undefined: the unit has one of this name. */
export async function insertGroup(db: Database, unitId: string, name: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into knowledge.favourite_group (unit_id, name) values (${unitId}, ${name})
    on conflict (unit_id, name) do nothing returning id`
  return row?.id
}

/** False: the unit has another one of this name. */
export async function updateGroup(db: Database, unitId: string, id: string, name: string): Promise<boolean> {
  const rows = await db`update knowledge.favourite_group set name = ${name} where id = ${id} and unit_id = ${unitId}
     and not exists (select 1 from knowledge.favourite_group o where o.unit_id = ${unitId} and o.name = ${name} and o.id <> ${id})
    returning 1`
  return rows.length > 0
}

/** What was in it is in no group any more. */
export async function removeGroup(db: Database, unitId: string, id: string): Promise<boolean> {
  const rows = await db`delete from knowledge.favourite_group where id = ${id} and unit_id = ${unitId} returning 1`
  return rows.length > 0
}

/** What is put into a group: one of the three, as addressed by the unit. */
export interface FavouriteItem {
  readonly standardTextId: string | null
  readonly institutionalTextId: string | null
  readonly documentId: string | null
  /** How the unit calls a document; '' for texts, which have their own name. */
  readonly name: string
}

/** Puts it into the group, out of any other; nothing where the unit has neither the group nor the text. */
export async function upsertFavourite(
  db: Database,
  by: { readonly unitId: string; readonly accountId: string },
  groupId: string,
  item: FavouriteItem,
  now: Date,
): Promise<boolean> {
  const rows = await db`
    insert into knowledge.favourite (unit_id, group_id, standard_text_id, institutional_text_id, document_id, name, added_at, added_by)
    select g.unit_id, g.id, ${item.standardTextId}::bigint, ${item.institutionalTextId}::bigint, ${item.documentId}::bigint,
           ${item.name}, ${now}, ${by.accountId}
      from knowledge.favourite_group g
     where g.id = ${groupId} and g.unit_id = ${by.unitId}
       and (${item.standardTextId}::bigint is null or exists (
             select 1 from knowledge.standard_text t
              where t.id = ${item.standardTextId}::bigint and t.unit_id = ${by.unitId} and t.deleted_at is null))
       and (${item.institutionalTextId}::bigint is null
            or ${item.institutionalTextId}::bigint in (select knowledge.distributed_to(${by.unitId})))
    on conflict (unit_id, standard_text_id, institutional_text_id, document_id)
      do update set group_id = excluded.group_id, name = excluded.name
    returning 1`
  return rows.length > 0
}

/** Takes it out of its group. */
export async function removeFavourite(db: Database, unitId: string, item: Omit<FavouriteItem, 'name'>): Promise<void> {
  await db`delete from knowledge.favourite
    where unit_id = ${unitId} and standard_text_id is not distinct from ${item.standardTextId}::bigint
      and institutional_text_id is not distinct from ${item.institutionalTextId}::bigint
      and document_id is not distinct from ${item.documentId}::bigint`
}

export interface KeptModelRow {
  /** The nº SEI. */
  number: string
  name: string
  groupName: string
  addedAt: Date
  addedBy: string
}

/** The documents that a unit keeps as models. The gate is asked when one is opened or used. */
export async function selectKeptModels(db: Database, unitId: string): Promise<KeptModelRow[]> {
  return db<KeptModelRow[]>`
    select lpad(d.number::text, 7, '0') as number, f.name, g.name as "groupName", f.added_at as "addedAt",
           coalesce(a.social_name, a.name) as "addedBy"
      from knowledge.favourite f
      join knowledge.favourite_group g on g.id = f.group_id
      join documents.document d on d.id = f.document_id
      join identity.account a on a.id = f.added_by
     where f.unit_id = ${unitId} and f.document_id is not null order by lower(platform.plain(f.name)), f.id limit 500`
}

export async function selectKeptModel(
  db: Database,
  unitId: string,
  documentId: string,
): Promise<{ name: string; groupId: string } | undefined> {
  const [row] = await db<{ name: string; groupId: string }[]>`
    select name, group_id as "groupId" from knowledge.favourite where unit_id = ${unitId} and document_id = ${documentId}`
  return row
}

export async function countFavourites(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from knowledge.favourite where unit_id = ${unitId} and document_id is not null`
  return row?.count ?? 0
}

export async function selectGroupOfText(db: Database, unitId: string, standardTextId: string): Promise<string | null> {
  const [row] = await db<{ groupId: string }[]>`
    select group_id as "groupId" from knowledge.favourite where unit_id = ${unitId} and standard_text_id = ${standardTextId}`
  return row?.groupId ?? null
}
