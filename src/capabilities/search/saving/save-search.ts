import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import {
  deleteSavedSearch,
  renameSavedSearch,
  type SavedSearchRow,
  selectSavedSearches,
  upsertSavedSearch,
} from './saved-searches.queries.ts'

/** How many searches a person may keep. */
export const mostSaved = 100

/** A search that somebody keeps under a name: the fields of the form, as its address holds them. */
export type SavedSearch = SavedSearchRow

/** What a person saved, by name. */
export function savedSearchesOf(db: Database, actor: Actor): Promise<SavedSearch[]> {
  return selectSavedSearches(db, actor.userId)
}

/** Keeps a search; under a name that the person used before, in the place of that one. `too-many`: nothing was kept. */
export async function saveSearch(
  db: Database,
  actor: Actor,
  search: { readonly name: string; readonly query: string },
  now: Date,
): Promise<'saved' | 'too-many'> {
  const saved = await selectSavedSearches(db, actor.userId)
  const isNew = saved.every(({ name }) => name.toLowerCase() !== search.name.toLowerCase())
  if (isNew && saved.length >= mostSaved) return 'too-many'
  await upsertSavedSearch(db, actor.userId, search, now)
  return 'saved'
}

/** Another name for a search of this person. */
export function renameSearch(
  db: Database,
  actor: Actor,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<'renamed' | 'missing' | 'taken'> {
  return renameSavedSearch(db, actor.userId, id, name)
}

/** False where this person has no such search. */
export function forgetSearch(db: Database, actor: Actor, id: string): Promise<boolean> {
  return deleteSavedSearch(db, actor.userId, id)
}
