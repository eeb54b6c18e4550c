import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction } from '../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../platform/outcome.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../cases/index.ts'
import {
  deleteStanding,
  type PointFiguresRow,
  type StandingRow,
  type StepRow,
  selectFigures,
  selectStandings,
  selectSteps,
  upsertStanding,
} from './standing.queries.ts'

export type SetCheckpointRefusal = CaseRefusal | { readonly kind: 'no-such-point' | 'on-no-point' }

export interface SetCheckpointRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  readonly checkpointId: string
}

/** Puts a case file on a point of the actor's unit, instead of the one before (PRO-244). */
export async function setCheckpoint(
  db: Database,
  actor: Actor,
  request: SetCheckpointRequest,
  now: Date,
): Promise<Outcome<true, SetCheckpointRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: request.caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('set-checkpoint', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    const set = await upsertStanding(trx, actor, caseFile.id, request.checkpointId, now)
    return set ? done(true) : refuse({ kind: 'no-such-point' })
  })
}

/** Takes a case file off its point: also after it was concluded or sent, when it can no longer be put on another. */
export async function removeCheckpoint(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<Outcome<true, SetCheckpointRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    return (await deleteStanding(trx, actor, caseFile.id, now)) ? done(true) : refuse({ kind: 'on-no-point' })
  })
}

/** The steps in the actor's unit of a case file that has passed the gate, newest first. */
export function stepsOf(db: Database, actor: Actor, caseFile: Pick<CaseFile, 'id'>): Promise<StepRow[]> {
  return selectSteps(db, actor, caseFile.id)
}

/** How many case files stand on each point of the actor's unit, and for how long. */
export function figuresOf(db: Database, actor: Actor, now: Date): Promise<PointFiguresRow[]> {
  return selectFigures(db, actor, now)
}

/** One page of the case files on points of the actor's unit. */
export function standingsOf(
  db: Database,
  actor: Actor,
  asked: { readonly checkpointId: string | undefined; readonly page: number },
  now: Date,
): Promise<StandingRow[]> {
  return selectStandings(db, actor, asked, now)
}
