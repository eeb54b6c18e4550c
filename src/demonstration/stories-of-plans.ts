import { closeDay, moveEntry, registerEntry, saveRule, sendSlip } from '../capabilities/mailroom/index.ts'
import { addItem, addPlan, addStep, setItemState, setPlan } from '../capabilities/work-plans/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Platform } from '../platform/platform.ts'
import { selectOnDesk } from './demonstration.queries.ts'
import type { Ids } from './ids.ts'
import { tellLetters } from './stories-of-letters.ts'

const dayMs = 86_400_000
const steps = [
  ['Instrução', ['Conferir os documentos do pedido', 'Ouvir o setor responsável']],
  ['Decisão', ['Parecer da assessoria', 'Despacho do Secretário', 'Ciência do interessado']],
] as const
const arrivals = [
  ['Ministério Público do Estado', 'public-body', 'Pede informações sobre restituições de imposto'],
  ['Comércio Potiguar Ltda.', 'private-body', 'Pede reunião sobre regime especial'],
  ['Procuradoria-Geral do Estado', 'public-body', 'Pede subsídios para defesa em ação judicial'],
] as const

/** A plan of work on some case files of the advisers' desk, and the daily board of the cabinet. */
export async function tellPlansAndPaper(platform: Platform, ids: Ids): Promise<void> {
  await tellPlan(platform, ids.as('adelia.admin', 'GS'), ids.as('ana.assessora', 'ASSEG'))
  await tellPaper(platform, ids, ids.as('tadeu.gabinete', 'GS'))
}

async function tellPlan({ db, clock }: Platform, administrator: Actor, actor: Actor): Promise<void> {
  const now = clock()
  const data = { name: 'Resposta a pedido de contribuinte', description: '', validFrom: null, validUntil: null }
  const plan = await addPlan(db, administrator, data, now)
  // Begun anew after a stop, what is there already is left as it is.
  if (!plan.done) return
  const itemIds: string[] = []
  for (const [name, items] of steps) {
    const step = await addStep(db, administrator, { planId: plan.value.id, name }, now)
    for (const [place, item] of step.done ? items.entries() : []) {
      const days = (place + 1) * 5
      const at = { planId: plan.value.id, stepId: step.done ? step.value.id : '' }
      const made = await addItem(db, administrator, { ...at, name: item, days, typeIds: [] }, now)
      if (made.done) itemIds.push(made.value.id)
    }
  }
  const states = ['finished', 'under-way', 'problem', 'paused'] as const
  for (const [place, caseNumber] of (await selectOnDesk(db, actor.unitId)).entries()) {
    if (place % 3 > 0) continue
    const since = new Date(now.getTime() - ((place * 5) % 21) * dayMs)
    await setPlan(db, actor, { caseNumber, planId: plan.value.id }, since)
    for (const [itemPlace, itemId] of itemIds.slice(0, place % 4).entries()) {
      const state = states[(place + itemPlace) % 4] ?? 'under-way'
      await setItemState(db, actor, { caseNumber, itemId, state, note: '' }, now)
    }
  }
}

/** The board with the page of yesterday closed and signed, and what came in today. */
async function tellPaper(platform: Platform, ids: Ids, actor: Actor): Promise<void> {
  const { db, clock, randomness } = platform
  const now = clock()
  for (const [place, [sender, senderKind, subject]] of [...arrivals.entries()].toReversed()) {
    if (place === 0) await closeDay(db, actor, { capacity: 'Chefe de Gabinete' }, new Date(now.getTime() - dayMs))
    const receivedAt = new Date(now.getTime() - place * dayMs - 3_600_000)
    const paper = {
      kind: 'letter',
      medium: 'paper',
      originNumber: `${place + 11}/2026`,
      addressee: 'Secretário',
    } as const
    const size = { pieces: 'Ofício\nAnexos', volumes: 1, pages: 6 + place, dueOn: null, notes: '' }
    const entry = { ...paper, ...size, receivedAt, sender, senderKind, subject, token: randomness.token() }
    const made = await registerEntry(db, actor, entry, place === 0 ? now : receivedAt)
    if (!made.done || place === 0) continue
    const move = {
      id: made.value.id,
      state: 'under-analysis',
      responsibleId: actor.userId,
      caseNumber: undefined,
    } as const
    await moveEntry(db, actor, { ...move, dueOn: null, note: '' }, receivedAt)
  }
  const items = [{ reference: 'Ofício 31/2026', description: 'Resposta ao Ministério Público', volumes: 1, pages: 4 }]
  await sendSlip(db, actor, { destination: 'Ministério Público do Estado', carrier: '', notes: '', items }, now)
  await saveRules(db, actor, now)
  await tellLetters(platform, ids, actor)
}

/** In Natal one delivers by hand; everywhere else the cabinet posts, with AR. */
async function saveRules(db: Platform['db'], actor: Actor, now: Date): Promise<void> {
  const post = { way: 'post', unitId: actor.unitId, withReceipt: true, receiptDays: 15 } as const
  await saveRule(db, actor, { ...post, state: '', city: '' }, now)
  const direct = { way: 'direct', unitId: null, withReceipt: false, receiptDays: 15 } as const
  await saveRule(db, actor, { ...direct, state: 'RN', city: 'Natal' }, now)
}
