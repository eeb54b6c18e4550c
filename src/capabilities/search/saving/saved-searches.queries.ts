import type { Database } from '../../../platform/db/index.ts'

export interface SavedSearchRow {
  id: string
  name: string
  query: string
}

/** What a person saved, by name. */
export async function selectSavedSearches(db: Database, accountId: string): Promise<SavedSearchRow[]> {
  return db<SavedSearchRow[]>`
    select id, name, query from search.saved_search where account_id = ${accountId} order by lower(name), id limit 200`
}

/** Under a name that is there already, the search is saved over it. */
export async function upsertSavedSearch(
  db: Database,
  accountId: string,
  { name, query }: { readonly name: string; readonly query: string },
  now: Date,
): Promise<void> {
  await db`insert into search.saved_search (account_id, name, query, saved_at)
    values (${accountId}, ${name}, ${query}, ${now})
    on conflict (account_id, lower(name)) do update set name = excluded.name, query = excluded.query, saved_at = excluded.saved_at`
}

/** False where there is no such search of this person. `taken`: another one has the name. */
export async function renameSavedSearch(
  db: Database,
  accountId: string,
  id: string,
  name: string,
): Promise<'renamed' | 'missing' | 'taken'> {
  const taken = await db`select 1 from search.saved_search
    where account_id = ${accountId} and lower(name) = lower(${name}) and id <> ${id}`
  if (taken.length > 0) return 'taken'
  const rows = await db`update search.saved_search set name = ${name}
    where id = ${id} and account_id = ${accountId} returning 1`
  return rows.length > 0 ? 'renamed' : 'missing'
}

export async function deleteSavedSearch(db: Database, accountId: string, id: string): Promise<boolean> {
  const rows = await db`delete from search.saved_search where id = ${id} and account_id = ${accountId} returning 1`
  return rows.length > 0
}
