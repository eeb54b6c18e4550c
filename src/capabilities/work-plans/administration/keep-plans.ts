import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { noteChange, noteFields } from '../../organization/index.ts'
import type { ItemData, PlanData, StepData } from './plan.ts'
import {
  deleteDefault,
  type ItemRow,
  insertDefault,
  insertItem,
  insertPlan,
  insertStep,
  type PlanRow,
  replaceItemTypes,
  type StepRow,
  selectPlan,
  updateItem,
  updatePlan,
  updateStep,
} from './plans.queries.ts'

const mostSteps = 30
const mostItems = 50

/** `not-saved`: the name is taken, or there are as many as there may be. */
export type PlanRefusal = { readonly kind: 'not-saved' }
const notSaved = { kind: 'not-saved' } as const

/** Registers a plan, still without steps. Refused where another one has the name. */
export async function addPlan(
  db: Database,
  actor: Actor,
  plan: PlanData,
  now: Date,
): Promise<Outcome<{ id: string }, PlanRefusal>> {
  return inTransaction(db, async (trx) => {
    const id = await insertPlan(trx, actor, plan, now)
    if (!id) return refuse(notSaved)
    await noteChange(trx, actor, { register: 'work-plan', id }, { before: undefined, after: fieldsOfPlan(plan) }, now)
    return done({ id })
  })
}

/** Changes what a plan says of itself, puts it out of use or back. On the case files that have it, it stays. */
export async function changePlan(
  db: Database,
  actor: Actor,
  id: string,
  plan: PlanData & { readonly active: boolean },
  now: Date,
): Promise<Outcome<true, PlanRefusal>> {
  return inTransaction(db, async (trx) => {
    const before = await selectPlan(trx, id)
    if (!before || !(await updatePlan(trx, id, plan, now))) return refuse(notSaved)
    const fields = { before: fieldsOfPlan(before, before.active), after: fieldsOfPlan(plan, plan.active) }
    await noteChange(trx, actor, { register: 'work-plan', id }, fields, now)
    return done(true)
  })
}

/** Adds a step behind the others. Refused: the name is taken in the plan, or it has thirty. */
export async function addStep(
  db: Database,
  actor: Actor,
  step: { readonly planId: string; readonly name: string },
  now: Date,
): Promise<Outcome<{ id: string }, PlanRefusal>> {
  return inTransaction(db, async (trx) => {
    const id = await insertStep(trx, { ...step, most: mostSteps })
    if (!id) return refuse(notSaved)
    await note(trx, actor, step.planId, { field: 'etapa', before: undefined, after: step.name }, now)
    return done({ id })
  })
}

/** Renames a step, moves it in the order, puts it out of use or back. Nothing that was done in it goes. */
export async function changeStep(
  db: Database,
  actor: Actor,
  place: { readonly planId: string; readonly step: StepRow },
  request: StepData,
  now: Date,
): Promise<Outcome<true, PlanRefusal>> {
  return inTransaction(db, async (trx) => {
    if (!(await updateStep(trx, place.step.id, request, now))) return refuse(notSaved)
    await note(
      trx,
      actor,
      place.planId,
      { field: 'etapa', before: tellStep(place.step), after: tellStep(request) },
      now,
    )
    return done(true)
  })
}

/** Adds an item behind the others of its step. Refused: the name is taken in the step, or it has fifty. */
export async function addItem(
  db: Database,
  actor: Actor,
  item: Pick<ItemData, 'name' | 'days' | 'typeIds'> & { readonly planId: string; readonly stepId: string },
  now: Date,
): Promise<Outcome<{ id: string }, PlanRefusal>> {
  return inTransaction(db, async (trx) => {
    const id = await insertItem(trx, { ...item, most: mostItems })
    if (!id) return refuse(notSaved)
    await replaceItemTypes(trx, id, item.typeIds)
    await note(trx, actor, item.planId, { field: 'item', before: undefined, after: item.name }, now)
    return done({ id })
  })
}

/** Changes an item; what was done in it stays. */
export async function changeItem(
  db: Database,
  actor: Actor,
  place: { readonly planId: string; readonly item: ItemRow },
  request: ItemData,
  now: Date,
): Promise<Outcome<true, PlanRefusal>> {
  return inTransaction(db, async (trx) => {
    if (!(await updateItem(trx, place.item.id, request, now))) return refuse(notSaved)
    await replaceItemTypes(trx, place.item.id, request.typeIds)
    await note(trx, actor, place.planId, { field: 'item', before: tellItem(place.item), after: tellItem(request) }, now)
    return done(true)
  })
}

/** Case files of the type take the plan when they are opened. Refused where the type takes one already. */
export async function takeByDefault(
  db: Database,
  actor: Actor,
  request: { readonly plan: Pick<PlanRow, 'id'>; readonly type: { readonly id: string; readonly name: string } },
  now: Date,
): Promise<Outcome<true, PlanRefusal>> {
  const { plan, type } = request
  return inTransaction(db, async (trx) => {
    if (!(await insertDefault(trx, plan.id, type.id))) return refuse(notSaved)
    await note(trx, actor, plan.id, { field: 'tipo_de_processo', before: undefined, after: type.name }, now)
    return done(true)
  })
}

/** The type takes it no more; case files that have it keep it. */
export async function takeNoMore(
  db: Database,
  actor: Actor,
  request: { readonly plan: Pick<PlanRow, 'id'>; readonly type: { readonly id: string; readonly name: string } },
  now: Date,
): Promise<void> {
  const { plan, type } = request
  await inTransaction(db, async (trx) => {
    if (!(await deleteDefault(trx, plan.id, type.id))) return
    await note(trx, actor, plan.id, { field: 'tipo_de_processo', before: type.name, after: undefined }, now)
  })
}

type Change = { readonly field: string; readonly before: string | undefined; readonly after: string | undefined }

async function note(db: Database, actor: Actor, planId: string, change: Change, now: Date): Promise<void> {
  if (change.before !== change.after) await noteFields(db, actor, { register: 'work-plan', id: planId }, [change], now)
}

function fieldsOfPlan({ name, description, validFrom, validUntil }: PlanData, active = true): FormFields {
  const fields = { nome: name, descricao: description, desde: validFrom ?? '', ate: validUntil ?? '' }
  return { ...fields, situacao: active ? 'Em uso' : 'Fora de uso' }
}

function tellStep({ name, position, active }: StepData): string {
  return `${name} (ordem ${position}${active ? '' : ', fora de uso'})`
}

function tellItem(item: ItemData): string {
  const types = [...item.typeIds].sort().join(', ')
  const parts = [item.days === null ? '' : `prazo de ${item.days} dias`, types ? `tipos de documento ${types}` : '']
  return [tellStep(item), ...parts.filter(Boolean)].join('; ')
}
