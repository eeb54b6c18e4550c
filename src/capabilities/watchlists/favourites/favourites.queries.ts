import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isOpened } from '../../cases/index.ts'
import { patternsOf, rowsPerPage } from '../../organization/index.ts'

export interface FavouriteRow {
  id: string
  groupName: string
  addedAt: Date
  caseNumber: string
  caseDigits: string
  caseTypeName: string
  summary: string
  level: 'public' | 'restricted' | 'confidential'
  /** What is needed to name the document; null where the favourite is the case file itself. */
  document: {
    number: string
    typeName: string
    typeNumber: string | null
    treeName: string
    authored: boolean
  } | null
  total: number
}

export interface FavouritesAsked {
  readonly text: string
  readonly group: string | undefined
  /** From 1. */
  readonly page: number
}

/**
 * One page of a person's favourites that may be seen from this unit, in their groups. The gate's rule is asked anew each
 * time: what was open when it was marked may be closed now. Of what is confidential, number and type before the password.
 */
export async function selectFavourites(
  db: Database,
  actor: Actor,
  asked: FavouritesAsked,
  now: Date,
): Promise<FavouriteRow[]> {
  const opened = isOpened(db, actor, now)
  return db<FavouriteRow[]>`
    select f.id, f.group_name as "groupName", f.added_at as "addedAt", c.number as "caseNumber", c.digits as "caseDigits",
           t.name as "caseTypeName", case when ${opened} then c.summary else '' end as summary, c.effective_level as level,
           case when d.id is not null then jsonb_build_object('number', lpad(d.number::text, 7, '0'), 'typeName', dt.name,
             'typeNumber', d.type_number, 'treeName', d.tree_name, 'authored', d.kind = 'authored') end as document,
           (count(*) over ())::int as total
      from watchlists.favourite f
     cross join (select platform.flag('per-document-internal') as per_document) p
      left join documents.document d on d.id = f.document_id
      -- Of a document that was moved, the case file in which it is now.
      join cases.case_file c on c.id = coalesce(d.case_file_id, f.case_file_id) and c.state <> 'deleted'
       and (cases.may_list(c, ${actor.unitId}, p.per_document) or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))
      join classification.case_type t on t.id = c.case_type_id
      left join classification.document_type dt on dt.id = d.document_type_id
     where f.account_id = ${actor.userId} ${asked.group === undefined ? db`` : db`and f.group_name = ${asked.group}`}
       and (f.document_id is null or ${opened} and documents.may_read(d, c, ${actor.userId}, ${actor.unitId}, p.per_document))
       and platform.plain(lower(c.number || ' ' || c.digits || ' ' || t.name || ' ' || case when ${opened} then c.summary else '' end || ' ' || coalesce(dt.name, '')
             || ' ' || coalesce(d.tree_name, '') || ' ' || coalesce(lpad(d.number::text, 7, '0'), ''))) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by f.group_name, f.added_at desc, f.id desc
     limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

/** The names of a person's groups; at most 100. */
export async function selectGroups(db: Database, accountId: string): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select distinct group_name as name from watchlists.favourite
     where account_id = ${accountId} and group_name <> '' order by group_name limit 100`
  return rows.map(({ name }) => name)
}

/** Marks it, or moves it to another group where it is marked already. */
export async function upsertFavourite(
  db: Database,
  accountId: string,
  favourite: { readonly caseFileId: string; readonly documentId: string | null; readonly groupName: string },
  now: Date,
): Promise<void> {
  await db`
    insert into watchlists.favourite (account_id, case_file_id, document_id, group_name, added_at)
    values (${accountId}, ${favourite.caseFileId}, ${favourite.documentId}, ${favourite.groupName}, ${now})
    on conflict (account_id, case_file_id, document_id) do update set group_name = excluded.group_name`
}

/** How many of them were the person's own. */
export async function updateGroup(
  db: Database,
  accountId: string,
  ids: readonly string[],
  groupName: string,
): Promise<number> {
  const rows = await db`
    update watchlists.favourite set group_name = ${groupName}
     where account_id = ${accountId} and id = any (${[...ids]}::text[]::bigint[]) returning 1`
  return rows.length
}

export async function deleteFavourites(db: Database, accountId: string, ids: readonly string[]): Promise<number> {
  const rows = await db`
    delete from watchlists.favourite
     where account_id = ${accountId} and id = any (${[...ids]}::text[]::bigint[]) returning 1`
  return rows.length
}
