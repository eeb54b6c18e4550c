import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type CaseFile, type CaseRefusal, factsToAct, findCaseFile, refusalsToAct } from '../../cases/index.ts'
import { endAssociation, insertAssociation } from './association.queries.ts'

export type SetPlanRefusal = CaseRefusal | { readonly kind: 'no-such-plan' | 'on-no-plan' }

export interface SetPlanRequest {
  /** Digits of the number, as in addresses. */
  readonly caseNumber: string
  readonly planId: string
}

/** Puts a plan on a case file, instead of the one before (PRO-245). What was done in that one stays written. */
export async function setPlan(
  db: Database,
  actor: Actor,
  request: SetPlanRequest,
  now: Date,
): Promise<Outcome<true, SetPlanRefusal> | undefined> {
  return onCaseFile(db, actor, request.caseNumber, now, async (trx, { id }) => {
    const put = await insertAssociation(
      trx,
      actor,
      { caseFileId: id, planId: request.planId, today: todayIn(now) },
      now,
    )
    return put ? done(true) : refuse({ kind: 'no-such-plan' })
  })
}

/** Takes the plan off a case file. */
export async function removePlan(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
): Promise<Outcome<true, SetPlanRefusal> | undefined> {
  return onCaseFile(db, actor, caseNumber, now, async (trx, { id }) =>
    (await endAssociation(trx, actor, id, now)) ? done(true) : refuse({ kind: 'on-no-plan' }),
  )
}

/** Gate, lock and matrix before anything is done with the plan of a case file. */
export async function onCaseFile<Value, Refusal>(
  db: Database,
  actor: Actor,
  caseNumber: string,
  now: Date,
  act: (trx: Database, caseFile: CaseFile) => Promise<Outcome<Value, Refusal> | undefined>,
): Promise<Outcome<Value, Refusal | CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits: caseNumber }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused<Refusal | CaseRefusal>(refusalsToAct('annotate', factsToAct(caseFile, actor.unitId)))
    return refusal ?? act(trx, caseFile)
  })
}
