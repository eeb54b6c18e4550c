import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import {
  countFavourites,
  insertGroup,
  removeFavourite,
  selectGroups,
  updateGroup,
  upsertFavourite,
} from './groups.queries.ts'

export const mostGroups = 100
const mostModels = 500

export type GroupRefusal = { readonly kind: 'name-taken' | 'too-many' }

/** Makes a group of the unit; or gives the one of the id another name. */
export async function saveGroup(
  db: Database,
  actor: Actor,
  id: string | undefined,
  name: string,
): Promise<Outcome<{ id: string }, GroupRefusal>> {
  return inTransaction(db, async (trx) => {
    if (id !== undefined) {
      return (await updateGroup(trx, actor.unitId, id, name)) ? done({ id }) : refuse({ kind: 'name-taken' })
    }
    if ((await selectGroups(trx, actor.unitId)).length >= mostGroups) return refuse({ kind: 'too-many' })
    const made = await insertGroup(trx, actor.unitId, name)
    return made ? done({ id: made }) : refuse({ kind: 'name-taken' })
  })
}

/** Puts a text into a group of the unit, or, without one, into none. `item`: `12` of the unit, `i12` of the institution. */
export async function groupText(
  db: Database,
  actor: Actor,
  item: string,
  groupId: string | undefined,
  now: Date,
): Promise<true | undefined> {
  const [, of, id = ''] = /^(i?)([1-9]\d{0,17})$/.exec(item) ?? []
  if (of === undefined) return undefined
  const wanted = {
    standardTextId: of === '' ? id : null,
    institutionalTextId: of === 'i' ? id : null,
    documentId: null,
    name: '',
  }
  if (groupId === undefined) {
    await removeFavourite(db, actor.unitId, wanted)
    return true
  }
  const by = { unitId: actor.unitId, accountId: actor.userId }
  return (await upsertFavourite(db, by, groupId, wanted, now)) ? true : undefined
}

/**
 * Keeps a document as model of the unit, under a name of its own; the caller has let it through the gate. Undefined when
 * there is no such group.
 */
export async function keepModel(
  db: Database,
  actor: Actor,
  model: { readonly documentId: string; readonly name: string; readonly groupId: string },
  now: Date,
): Promise<Outcome<undefined, { readonly kind: 'too-many' }> | undefined> {
  if ((await countFavourites(db, actor.unitId)) >= mostModels) return refuse({ kind: 'too-many' })
  const item = { standardTextId: null, institutionalTextId: null, documentId: model.documentId, name: model.name }
  const by = { unitId: actor.unitId, accountId: actor.userId }
  return (await upsertFavourite(db, by, model.groupId, item, now)) ? done(undefined) : undefined
}

/** The unit no longer keeps the document as model. */
export async function dropModel(db: Database, actor: Actor, documentId: string): Promise<void> {
  await removeFavourite(db, actor.unitId, { standardTextId: null, institutionalTextId: null, documentId })
}
