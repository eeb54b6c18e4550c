import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { dueDay, type ItemState, isLate, progressOf } from '../item-state.rules.ts'
import { type ItemTold, type PlanTold, selectPlanTold } from './association.queries.ts'

export interface ItemOfCase {
  readonly id: string
  readonly name: string
  readonly stepName: string
  readonly state: ItemState | null
  readonly due: LocalDate | undefined
  readonly late: boolean
  readonly typeIds: readonly string[]
  /** Ids of what was put into it, whoever may see it: shown through the gate alone. */
  readonly documentIds: readonly string[]
}

export interface StepOfCase {
  readonly id: string
  readonly name: string
  readonly items: readonly ItemOfCase[]
}

/** The plan that a case file has, with how each item stands. */
export interface PlanOfCase {
  readonly association: Omit<PlanTold, 'items'>
  readonly steps: readonly StepOfCase[]
  readonly settled: number
  readonly all: number
  readonly late: number
}

/** The plan of a case file that has passed the gate; undefined where it has none. */
export async function planOfCase(
  db: Database,
  caseFile: Pick<CaseFile, 'id'>,
  now: Date,
): Promise<PlanOfCase | undefined> {
  return planFrom(await selectPlanTold(db, caseFile.id), now)
}

/** The same, from what was read along with other things. */
export function planFrom(told: PlanTold | null, now: Date): PlanOfCase | undefined {
  if (!told) return undefined
  const { items: rows, ...association } = told
  const items = rows.map((row) => ({ stepId: row.stepId, item: itemOf(row, association.since, todayIn(now)) }))
  const steps = [...new Map(rows.map(({ stepId, stepName }) => [stepId, stepName]))].map(([id, name]) => ({
    id,
    name,
    items: items.filter(({ stepId }) => stepId === id).map(({ item }) => item),
  }))
  const all = items.map(({ item }) => item)
  return {
    association,
    steps,
    ...progressOf(all.map(({ state }) => state)),
    late: all.filter(({ late }) => late).length,
  }
}

export function itemIn(plan: PlanOfCase | undefined, itemId: string): ItemOfCase | undefined {
  return plan?.steps.flatMap(({ items }) => items).find(({ id }) => id === itemId)
}

function itemOf(row: ItemTold, since: LocalDate, today: LocalDate): ItemOfCase {
  const { id, name, stepName, state, typeIds, documentIds } = row
  const due = dueDay(since, row.days)
  return { id, name, stepName, state, due, late: isLate(state, due, today), typeIds, documentIds }
}
