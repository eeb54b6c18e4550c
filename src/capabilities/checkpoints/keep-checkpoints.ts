import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { type ListOf, type ListRequest, listOf, type Reach } from '../organization/index.ts'
import {
  type CheckpointRow,
  insertCheckpoint,
  selectCheckpoints,
  selectUnitsWithPoints,
  selectUnitWithin,
  type UnitOfPointsRow,
  type UnitWithPointsRow,
  updateCheckpoint,
} from './register.queries.ts'

const mostPoints = 100

export type CheckpointRefusal = { readonly kind: 'not-saved' }

/** The checkpoints of a unit in their order, those out of use last. */
export function checkpointsOf(db: Database, unitId: string): Promise<CheckpointRow[]> {
  return selectCheckpoints(db, unitId)
}

/** Registers a checkpoint of a unit, behind the others. Refused: the name is taken, or there are a hundred already. */
export async function addCheckpoint(
  db: Database,
  actor: Actor,
  request: { readonly unitId: string; readonly name: string },
  now: Date,
): Promise<Outcome<{ id: string }, CheckpointRefusal>> {
  const id = await insertCheckpoint(db, actor, { ...request, most: mostPoints }, now)
  return id ? done({ id }) : refuse({ kind: 'not-saved' })
}

/** Renames, moves in the order, puts out of use or back. Case files that stand there stay. */
export async function changeCheckpoint(
  db: Database,
  unitId: string,
  request: { readonly id: string; readonly name: string; readonly position: number; readonly active: boolean },
  now: Date,
): Promise<Outcome<true, CheckpointRefusal>> {
  return (await updateCheckpoint(db, unitId, request, now)) ? done(true) : refuse({ kind: 'not-saved' })
}

export async function unitsWithPoints(
  db: Database,
  reach: Reach,
  asked: ListRequest,
): Promise<ListOf<UnitWithPointsRow>> {
  return listOf(await selectUnitsWithPoints(db, reach, asked))
}

/** The unit, where the administrator's permission reaches it. */
export function unitWithin(db: Database, reach: Reach, id: string): Promise<UnitOfPointsRow | undefined> {
  return selectUnitWithin(db, reach, id)
}
