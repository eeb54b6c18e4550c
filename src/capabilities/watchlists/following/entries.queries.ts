import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseState } from '../../cases/index.ts'
import { isOpened } from '../../cases/index.ts'
import { patternsOf, rowsPerPage } from '../../organization/index.ts'

/** What the list of followed case files is asked for. */
export interface EntriesAsked {
  readonly text: string
  /** Id of a group; `none`: those in no group. */
  readonly watchlist: string | undefined
  /** Only those in which something happened since the person last looked. */
  readonly newsOnly: boolean
  /** From 1. */
  readonly page: number
}

export interface EntryRow {
  id: string
  number: string
  digits: string
  typeName: string
  summary: string
  level: 'public' | 'restricted' | 'confidential'
  state: CaseState
  watchlist: string | null
  observation: string
  addedAt: Date
  addedBy: string
  /** Acronyms of units in which it is open now, at most six. */
  openIn: string[]
  news: boolean
  total: number
}

/** The case files of entries `e` that this person may see in this unit: by the list rule, or by credential. */
const visible = (db: Database, actor: Actor) => db`
  join cases.case_file c on c.id = e.case_file_id and c.state <> 'deleted'
   and (cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
        or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))`

/** One page of what the unit follows, newest first, searched by number, type, and by summary and observation where they are told. */
export async function selectEntries(db: Database, actor: Actor, asked: EntriesAsked, now: Date): Promise<EntryRow[]> {
  const opened = isOpened(db, actor, now)
  return db<EntryRow[]>`
    select e.id, c.number, c.digits, t.name as "typeName",
           case when ${opened} then c.summary else '' end as summary, c.effective_level as level, c.state,
           w.name as watchlist, case when ${opened} then e.observation else '' end as observation, e.added_at as "addedAt", coalesce(a.social_name, a.name) as "addedBy",
           array(select u.acronym from cases.holding h join organization.unit u on u.id = h.unit_id
                  where h.case_file_id = c.id and h.closed_at is null order by u.acronym limit 6) as "openIn",
           ${hasNews(db, actor)} as news,
           (count(*) over ())::int as total
      from watchlists.entry e ${visible(db, actor)}
      join classification.case_type t on t.id = c.case_type_id
      join identity.account a on a.id = e.added_by
      left join watchlists.watchlist w on w.id = e.watchlist_id
      left join cases.reading r on r.case_file_id = c.id and r.account_id = ${actor.userId}
     where e.unit_id = ${actor.unitId} ${ofWatchlist(db, asked.watchlist)} ${asked.newsOnly ? db`and ${hasNews(db, actor)}` : db``}
       and platform.plain(lower(c.number || ' ' || c.digits || ' ' || t.name || case when ${opened} then ' ' || c.summary || ' ' || e.observation else '' end)) like all (
             select platform.plain(lower(p)) from unnest(${patternsOf(asked.text)}::text[]) p)
     order by e.added_at desc, e.id desc limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

const hasNews = (db: Database, actor: Actor) => db`
  (c.news_unit_id <> ${actor.unitId} and c.news_at > coalesce(r.read_at, e.added_at))`

export interface FollowedGroup {
  /** Null: in no group. */
  id: string | null
  name: string
  total: number
  news: number
}

/** How many case files the list of each group has, and how many of them with news. */
export async function selectFollowedGroups(db: Database, actor: Actor): Promise<FollowedGroup[]> {
  return db<FollowedGroup[]>`
    select w.id, coalesce(w.name, 'Sem grupo') as name, count(*)::int as total,
           (count(*) filter (where ${hasNews(db, actor)}))::int as news
      from watchlists.entry e ${visible(db, actor)}
      left join watchlists.watchlist w on w.id = e.watchlist_id
      left join cases.reading r on r.case_file_id = c.id and r.account_id = ${actor.userId}
     where e.unit_id = ${actor.unitId} group by w.id, w.name order by w.id is null, platform.plain(lower(w.name)) limit 200`
}

function ofWatchlist(db: Database, watchlist: string | undefined) {
  if (watchlist === undefined) return db``
  return watchlist === 'none' ? db`and e.watchlist_id is null` : db`and e.watchlist_id = ${watchlist}`
}

/** Follows the case file in each of these groups, null for none; those in which it is already are left as they are. */
export async function insertEntries(
  db: Database,
  actor: Actor,
  caseFileId: string,
  entry: { readonly watchlistIds: readonly (string | null)[]; readonly observation: string },
  now: Date,
): Promise<number> {
  const rows = await db`
    insert into watchlists.entry (unit_id, case_file_id, watchlist_id, observation, added_at, added_by, changed_at)
    select ${actor.unitId}, ${caseFileId}, g::bigint, ${entry.observation}, ${now}, ${actor.userId}, ${now}
      from unnest(${[...entry.watchlistIds]}::text[]) g
     where g is null or exists (select 1 from watchlists.watchlist w where w.id = g::bigint and w.unit_id = ${actor.unitId})
    on conflict (unit_id, case_file_id, watchlist_id) do nothing returning 1`
  return rows.length
}

export interface EntryToChangeRow {
  number: string
  digits: string
  caseFileId: string
  watchlistId: string | null
}

/** An entry of the unit on a case file that this person may see, held until the transaction ends. */
export async function lockEntry(db: Database, actor: Actor, id: string): Promise<EntryToChangeRow | undefined> {
  const [row] = await db<EntryToChangeRow[]>`
    select c.number, c.digits, c.id as "caseFileId", e.watchlist_id as "watchlistId"
      from watchlists.entry e ${visible(db, actor)}
     where e.id = ${id} and e.unit_id = ${actor.unitId} for update of e`
  return row
}

/** False: the case file already stands in that group, or the unit has no such group. */
export async function updateEntry(
  db: Database,
  id: string,
  change: { readonly watchlistId: string | null; readonly observation: string | null },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update watchlists.entry e set watchlist_id = ${change.watchlistId}::bigint, changed_at = ${now},
           observation = coalesce(${change.observation}, e.observation)
     where e.id = ${id} and not exists (
       select 1 from watchlists.entry o where o.unit_id = e.unit_id and o.case_file_id = e.case_file_id and o.id <> e.id
          and o.watchlist_id is not distinct from ${change.watchlistId}::bigint)
       and (${change.watchlistId}::bigint is null or exists (
         select 1 from watchlists.watchlist w where w.id = ${change.watchlistId}::bigint and w.unit_id = e.unit_id))
    returning 1`
  return rows.length > 0
}

export async function deleteEntry(db: Database, id: string): Promise<void> {
  await db`delete from watchlists.entry where id = ${id}`
}
