import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { type CardName, offeredCards, shownCards } from './cards.ts'
import { deleteChoice, selectChoice, upsertChoice } from './panel.queries.ts'

/** The cards that the person sees in this unit, in order. */
export async function chosenCards(db: Database, actor: Actor): Promise<readonly CardName[]> {
  return shownCards(await selectChoice(db, actor), offeredTo(actor))
}

/** The cards that there are for this person. */
export function offeredTo(actor: Actor): readonly CardName[] {
  return offeredCards((permission) => actor.permissions.has(permission))
}

/** Chooses the cards and their order in this unit; undefined goes back to the usual. */
export async function chooseCards(db: Database, actor: Actor, cards: readonly CardName[] | undefined): Promise<void> {
  if (cards) await upsertChoice(db, actor, [...new Set(cards)])
  else await deleteChoice(db, actor)
}
