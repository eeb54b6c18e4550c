import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListOf, type ListRequest, listOf } from '../../organization/index.ts'
import {
  type ItemRow,
  type PlanInListRow,
  type PlanRow,
  type StepRow,
  selectCaseTypes,
  selectDocumentTypes,
  selectItems,
  selectPlan,
  selectPlans,
  selectPlansInForce,
  selectSteps,
  type TypeOfPlanRow,
} from './plans.queries.ts'

/** A plan with all that is in it. */
export interface WholePlan {
  readonly plan: PlanRow
  readonly steps: readonly StepRow[]
  readonly items: readonly ItemRow[]
}

export async function listPlans(db: Database, asked: ListRequest): Promise<ListOf<PlanInListRow>> {
  return listOf(await selectPlans(db, asked))
}

export async function findPlan(db: Database, id: string): Promise<WholePlan | undefined> {
  const [plan, steps, items] = await Promise.all([selectPlan(db, id), selectSteps(db, id), selectItems(db, id)])
  return plan && { plan, steps, items }
}

/** The plans that may be put on a case file now. */
export function plansInForce(db: Database, now: Date): Promise<{ id: string; name: string }[]> {
  return selectPlansInForce(db, todayIn(now))
}

export function documentTypesToChoose(db: Database): Promise<{ id: string; name: string }[]> {
  return selectDocumentTypes(db)
}

/** The case types, each with the plan that its case files take. */
export function caseTypesWithPlan(db: Database): Promise<TypeOfPlanRow[]> {
  return selectCaseTypes(db)
}
