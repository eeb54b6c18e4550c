import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MarkColour } from '../../../ui/index.ts'
import {
  countLabels,
  deleteUnused,
  insertLabel,
  type LabelRow,
  lockLabel,
  selectLabels,
  updateLabel,
} from './labels.queries.ts'

/** How many labels a unit may keep: a list that can still be read. */
export const mostLabels = 200

export interface LabelRequest {
  /** 1 to 50 characters, one of its name in the unit. */
  readonly name: string
  readonly colour: MarkColour
}

export type LabelRefusal = { readonly kind: 'name-taken' | 'too-many' | 'used' }

/** The labels of the actor's unit with what they count, in alphabetical order, those out of use last. */
export function labelsOfUnit(db: Database, actor: Actor): Promise<LabelRow[]> {
  return selectLabels(db, actor)
}

export async function findLabel(db: Database, actor: Actor, id: string): Promise<LabelRow | undefined> {
  const [label] = await selectLabels(db, actor, id)
  return label
}

/** Adds a label to the actor's unit (PRO-243). */
export async function addLabel(
  db: Database,
  actor: Actor,
  request: LabelRequest,
  now: Date,
): Promise<Outcome<{ id: string }, LabelRefusal>> {
  if ((await countLabels(db, actor.unitId)) >= mostLabels) return refuse({ kind: 'too-many' })
  const id = await insertLabel(db, actor, request, now)
  return id ? done({ id }) : refuse({ kind: 'name-taken' })
}

/** Renames a label, gives it another colour, puts it out of use or back. Case files that carry it keep it. */
export async function changeLabel(
  db: Database,
  actor: Actor,
  request: LabelRequest & { readonly id: string; readonly active: boolean },
  now: Date,
): Promise<Outcome<true, LabelRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lockLabel(trx, actor.unitId, request.id))) return undefined
    const changed = await updateLabel(trx, actor.unitId, request.id, request, now)
    return changed ? done(true) : refuse({ kind: 'name-taken' })
  })
}

/** Deletes a label that no case file ever carried; one that was used can only be put out of use. */
export async function deleteLabel(
  db: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<true, LabelRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lockLabel(trx, actor.unitId, id))) return undefined
    return (await deleteUnused(trx, id)) ? done(true) : refuse({ kind: 'used' })
  })
}
