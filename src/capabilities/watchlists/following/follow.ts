import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import {
  deleteEntry,
  type EntriesAsked,
  type EntryRow,
  type EntryToChangeRow,
  type FollowedGroup,
  insertEntries,
  lockEntry,
  selectEntries,
  selectFollowedGroups,
  updateEntry,
} from './entries.queries.ts'
import {
  deleteWatchlistIfEmpty,
  ensureWatchlist,
  selectWatchlists,
  updateWatchlist,
  type WatchlistRow,
} from './watchlists.queries.ts'

const mostWatchlists = 200

export interface FollowRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  /** Groups of the actor's unit; none: it is followed outside of any group. */
  readonly watchlistIds: readonly string[]
  /** At most 500 characters. */
  readonly observation: string
}

export type FollowRefusal = CaseRefusal | { readonly kind: 'already-followed' }

/**
 * Puts a case file among those that the actor's unit follows, wherever it is: a public one always, a restricted one if it
 * passed here, a confidential one by who holds a credential (PRO-240).
 */
export async function followCaseFile(
  db: Database,
  actor: Actor,
  request: FollowRequest,
  now: Date,
): Promise<Outcome<{ groups: number }, FollowRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const closed: CaseRefusal[] = caseFile.reach === 'number-only' ? [{ kind: 'never-here' }] : []
    const refusal = refused([...closed, ...refusalsToAct('follow', factsToAct(caseFile, actor.unitId))])
    if (refusal) return refusal
    const watchlistIds = request.watchlistIds.length > 0 ? request.watchlistIds : [null]
    const { observation } = request
    const groups = await insertEntries(trx, actor, caseFile.id, { watchlistIds, observation }, now)
    return groups > 0 ? done({ groups }) : refuse({ kind: 'already-followed' })
  })
}

export type ChangeEntryRefusal = { readonly kind: 'already-in-group' }

/** What is changed of an entry; what is left out stays. `watchlistId` null: out of every group. */
export interface EntryChange {
  readonly watchlistId?: string | null
  readonly observation?: string
}

/** Moves an entry to another group, or changes its observation. Undefined: no such entry for this actor. */
export async function changeEntry(
  db: Database,
  actor: Actor,
  id: string,
  change: EntryChange,
  now: Date,
): Promise<{ readonly entry: EntryToChangeRow; readonly outcome: Outcome<true, ChangeEntryRefusal> } | undefined> {
  return inTransaction(db, async (trx) => {
    const entry = await lockEntry(trx, actor, id)
    if (!entry) return undefined
    const watchlistId = change.watchlistId === undefined ? entry.watchlistId : change.watchlistId
    const changed = await updateEntry(trx, id, { watchlistId, observation: change.observation ?? null }, now)
    return { entry, outcome: changed ? done(true) : refuse({ kind: 'already-in-group' }) }
  })
}

/** Stops following by this entry. Undefined: no such entry for this actor. */
export async function removeEntry(db: Database, actor: Actor, id: string): Promise<EntryToChangeRow | undefined> {
  return inTransaction(db, async (trx) => {
    const entry = await lockEntry(trx, actor, id)
    if (entry) await deleteEntry(trx, id)
    return entry
  })
}

/** One page of what the actor's unit follows, as far as this person may see it. */
export function entriesOf(db: Database, actor: Actor, asked: EntriesAsked, now: Date): Promise<EntryRow[]> {
  return selectEntries(db, actor, asked, now)
}

/** What the list of each group holds, counted as the list counts; in one statement. */
export function followedGroups(db: Database, actor: Actor): Promise<FollowedGroup[]> {
  return selectFollowedGroups(db, actor)
}

/** The groups of the actor's unit, by name. */
export function watchlistsOf(db: Database, actor: Actor): Promise<WatchlistRow[]> {
  return selectWatchlists(db, actor)
}

export async function findWatchlist(db: Database, actor: Actor, id: string): Promise<WatchlistRow | undefined> {
  const [row] = await selectWatchlists(db, actor, id)
  return row
}

/** The group of this name in the actor's unit, made where there is none; undefined where there are too many. */
export function addWatchlist(
  db: Database,
  actor: Actor,
  name: string,
): Promise<{ id: string; isNew: boolean } | undefined> {
  return ensureWatchlist(db, actor, name, mostWatchlists)
}

/** False: another group has the name. */
export function renameWatchlist(db: Database, actor: Actor, id: string, name: string): Promise<boolean> {
  return updateWatchlist(db, actor, id, name)
}

/** False: something is still followed in it. */
export function deleteWatchlist(db: Database, actor: Actor, id: string): Promise<boolean> {
  return inTransaction(db, (trx) => deleteWatchlistIfEmpty(trx, actor, id))
}
