import { addItem, addPlan, addStep, includeInItem, setPlan } from '../../src/capabilities/work-plans/index.ts'
import { actorOf, done } from './builders-cases.ts'
import { typeIdOf } from './builders-documents.ts'
import type { TestHouse } from './house.ts'
import { at } from './world.ts'

/** A plan with one step and two items: the first brings a Despacho and has ten days. */
export async function aWorkPlan(house: TestHouse, name: string) {
  const { db } = house
  const now = house.platform.clock()
  const admin = await actorOf(house, 'admin', at.gs)
  const data = { name, description: 'Do pedido à resposta.', validFrom: null, validUntil: null }
  const plan = (await done(addPlan(db, admin, data, now))).id
  const step = (await done(addStep(db, admin, { planId: plan, name: 'Instrução' }, now))).id
  const typeIds = [await typeIdOf(house, 'Despacho')]
  const place = { planId: plan, stepId: step }
  const first = (await done(addItem(db, admin, { ...place, name: 'Ouvir o setor', days: 10, typeIds }, now))).id
  const second = (await done(addItem(db, admin, { ...place, name: 'Responder', days: null, typeIds: [] }, now))).id
  return { plan, step, first, second }
}

/** A plan on the case file, late in one item, with a document in it. */
export async function furnishWorkPlans(house: TestHouse, digits: string, document: string) {
  const { plan, step, first } = await aWorkPlan(house, 'Restituição de imposto')
  const actor = await actorOf(house, 'marina', at.prot)
  const now = house.platform.clock()
  const before = new Date(now.getTime() - 20 * 86_400_000)
  await done(setPlan(house.db, actor, { caseNumber: digits, planId: plan }, before))
  await done(includeInItem(house.db, actor, { caseNumber: digits, itemId: first, document }, now))
  return { workPlan: plan, planStep: step, planItem: first }
}
