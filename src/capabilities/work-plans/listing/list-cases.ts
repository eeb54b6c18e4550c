import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import {
  type CaseOnPlanRow,
  type ListAsked,
  type PlanOnDeskRow,
  selectCasesOnPlans,
  selectPlansOnDesk,
  selectStepsToChoose,
} from './list.queries.ts'

export interface CasesOnPlans {
  readonly rows: readonly CaseOnPlanRow[]
  readonly plans: readonly PlanOnDeskRow[]
  readonly steps: readonly { readonly id: string; readonly name: string }[]
}

/** The case files on the desk of the actor's unit that have a plan, as far as this person may see them. */
export async function casesOnPlans(db: Database, actor: Actor, asked: ListAsked, now: Date): Promise<CasesOnPlans> {
  const today = todayIn(now)
  const [rows, plans, steps] = await Promise.all([
    selectCasesOnPlans(db, actor, asked, today, now),
    selectPlansOnDesk(db, actor, today),
    asked.planId ? selectStepsToChoose(db, asked.planId) : [],
  ])
  return { rows, plans, steps }
}
