import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface WatchlistRow {
  id: string
  name: string
  /** Case files in it that this person may see. */
  count: number
}

/** The groups of the actor's unit, or one of them; by name, at most 200. */
export async function selectWatchlists(db: Database, actor: Actor, id?: string): Promise<WatchlistRow[]> {
  return db<WatchlistRow[]>`
    select w.id, w.name,
           (select count(*)::int from watchlists.entry e join cases.case_file c on c.id = e.case_file_id and c.state <> 'deleted'
              and (cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
                   or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))
             where e.watchlist_id = w.id) as count
      from watchlists.watchlist w
     where w.unit_id = ${actor.unitId} ${id === undefined ? db`` : db`and w.id = ${id}`}
     order by lower(platform.plain(w.name)), w.id limit 200`
}

/** The group of this name, made now or there already; undefined where the unit has too many. */
export async function ensureWatchlist(
  db: Database,
  actor: Actor,
  name: string,
  most: number,
): Promise<{ id: string; isNew: boolean } | undefined> {
  const [row] = await db<{ id: string; isNew: boolean }[]>`
    with made as (
      insert into watchlists.watchlist (unit_id, name) select ${actor.unitId}, ${name}
       where (select count(*) from watchlists.watchlist where unit_id = ${actor.unitId}) < ${most}
      on conflict (unit_id, lower(name)) do nothing returning id
    )
    select id, true as "isNew" from made
    union all
    select id, false from watchlists.watchlist where unit_id = ${actor.unitId} and lower(name) = lower(${name})`
  return row
}

/** False: another group of the unit has the name, or there is no such group. */
export async function updateWatchlist(db: Database, actor: Actor, id: string, name: string): Promise<boolean> {
  const rows = await db`
    update watchlists.watchlist w set name = ${name} where w.id = ${id} and w.unit_id = ${actor.unitId}
       and not exists (select 1 from watchlists.watchlist o where o.unit_id = w.unit_id and lower(o.name) = lower(${name}) and o.id <> w.id)
    returning 1`
  return rows.length > 0
}

/** False: something is still followed in it. */
export async function deleteWatchlistIfEmpty(db: Database, actor: Actor, id: string): Promise<boolean> {
  await db`select 1 from watchlists.watchlist where id = ${id} and unit_id = ${actor.unitId} for update`
  const rows = await db`
    delete from watchlists.watchlist w where w.id = ${id} and w.unit_id = ${actor.unitId}
       and not exists (select 1 from watchlists.entry e where e.watchlist_id = w.id) returning 1`
  return rows.length > 0
}
