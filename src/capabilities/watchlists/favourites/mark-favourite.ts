import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import { findDocument } from '../../documents/index.ts'
import {
  deleteFavourites,
  type FavouriteRow,
  type FavouritesAsked,
  selectFavourites,
  selectGroups,
  updateGroup,
  upsertFavourite,
} from './favourites.queries.ts'

export type FavouriteRefusal = CaseRefusal | { readonly kind: 'content-closed' }

/** Marks a case file as a favourite of the person, in a group or in none (''), or moves it there (PRO-248). */
export async function markCaseFile(
  db: Database,
  actor: Actor,
  { caseNumber, groupName }: { readonly caseNumber: string; readonly groupName: string },
  now: Date,
): Promise<Outcome<true, FavouriteRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'reading', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsOf(caseFile, actor))
    if (refusal) return refusal
    await upsertFavourite(trx, actor.userId, { caseFileId: caseFile.id, documentId: null, groupName }, now)
    return done(true)
  })
}

/** Marks a document whose content the person may read, e.g. to be used as a model. */
export async function markDocument(
  db: Database,
  actor: Actor,
  { number, groupName }: { readonly number: string; readonly groupName: string },
  now: Date,
): Promise<Outcome<true, FavouriteRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, number, 'reading', now)
    if (!document) return undefined
    const closed: FavouriteRefusal[] = document.readRefusals.length > 0 ? [{ kind: 'content-closed' }] : []
    const refusal = refused([...closed, ...refusalsOf(document.caseFile, actor)])
    if (refusal) return refusal
    const favourite = { caseFileId: document.caseFile.id, documentId: document.id, groupName }
    await upsertFavourite(trx, actor.userId, favourite, now)
    return done(true)
  })
}

/** One page of the person's favourites, as far as they may be seen from the actor's unit. */
export function favouritesOf(db: Database, actor: Actor, asked: FavouritesAsked, now: Date): Promise<FavouriteRow[]> {
  return selectFavourites(db, actor, asked, now)
}

/** The names of the person's groups. */
export function favouriteGroups(db: Database, actor: Actor): Promise<string[]> {
  return selectGroups(db, actor.userId)
}

/** How many of the person's favourites were moved. */
export function moveFavourites(db: Database, actor: Actor, ids: readonly string[], groupName: string) {
  return updateGroup(db, actor.userId, ids, groupName)
}

/** How many of the person's favourites were unmarked. */
export function unmarkFavourites(db: Database, actor: Actor, ids: readonly string[]): Promise<number> {
  return deleteFavourites(db, actor.userId, ids)
}

/** A restricted case file known by its number alone is not kept in anybody's list. */
function refusalsOf(caseFile: CaseFile, actor: Actor): CaseRefusal[] {
  const closed: CaseRefusal[] = caseFile.reach === 'number-only' ? [{ kind: 'never-here' }] : []
  return [...closed, ...refusalsToAct('follow', factsToAct(caseFile, actor.unitId))]
}
