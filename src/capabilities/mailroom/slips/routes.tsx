import { type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { readForm } from '../../organization/index.ts'
import { receiveSlip } from './receive-slip.ts'
import { type SendSlipRefusal, sendSlip } from './send-slip.ts'
import { type ItemOutcome, mostItems, outcomes, readItems } from './slip.rules.ts'
import { explainItem } from './slip.text.ts'
import { newSlipPage, slipOf, slipPage, slipsPage } from './slips.view.tsx'

const path = '/guias-de-tramitacao'
const writing = { permission: 'cases.change' } as const

/** Lists of paper that goes out, signed by who receives it. */
export function slipsRoutes(router: Router): void {
  router.page(path, {}, slipsPage)
  router.page(`${path}/nova`, writing, (visit) => newSlipPage(visit, {}, []))

  router.act(path, writing, async (visit) => {
    const { request, problems } = readSlip(visit.form)
    if (problems.length > 0) return newSlipPage(visit, visit.form, problems)
    const outcome = await sendSlip(visit.db, visit.actor, request, visit.now)
    if (outcome.done) return redirect(visit.href(`${path}/${outcome.value.id}`))
    return newSlipPage(
      visit,
      visit.form,
      outcome.refusals.map((refusal) => ({ field: 'itens', message: explain(refusal) })),
    )
  })

  router.page(`${path}/:id`, {}, async (visit) => {
    const slip = await slipOf(visit)
    return slip ? slipPage(visit, slip, { recebedor: slip.incoming ? visit.actor.name : '' }, []) : notFound
  })

  router.act(`${path}/:id/recebimento`, writing, async (visit) => {
    const slip = await slipOf(visit)
    if (!slip) return notFound
    const form = readForm(visit.form)
    const request = {
      id: slip.id,
      receiverName: form.line('recebedor', { label: 'quem recebeu', required: true, most: 120 }),
      receiverDocument: form.line('matricula', { label: 'a matrícula', most: 40 }),
      outcomes: outcomesIn(visit.form),
    }
    if (form.problems.length > 0) return slipPage(visit, slip, visit.form, form.problems)
    const outcome = await receiveSlip(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href(`${path}/${slip.id}`))
    return slipPage(visit, slip, visit.form, [{ message: 'O recebimento desta guia já foi registrado.' }])
  })
}

function readSlip(fields: FormFields) {
  const form = readForm(fields)
  const typed = fieldText(fields, 'itens').slice(0, 50_000)
  const { items, problems } = readItems(typed)
  const request = {
    destination: form.line('destino', { label: 'o destino', required: true, most: 200 }),
    carrier: form.line('portador', { label: 'quem leva', most: 120 }),
    notes: form.line('observacoes', { label: 'as observações', most: 500 }),
    items,
  }
  for (const problem of problems.slice(0, 10)) form.note('itens', explainItem(problem))
  if (items.length === 0 && problems.length === 0) form.note('itens', 'Escreva ao menos um item.')
  if (items.length > mostItems) form.note('itens', `Uma guia leva no máximo ${mostItems} itens.`)
  return { request, problems: form.problems }
}

function outcomesIn(fields: FormFields): ReadonlyMap<number, ItemOutcome> {
  const places = Array.from({ length: mostItems }, (_, place) => place + 1)
  return new Map(
    places.flatMap((position) => {
      const found = outcomes.find((one) => one === fieldText(fields, `item_${position}`))
      return found ? [[position, found] as const] : []
    }),
  )
}

function explain(refusal: SendSlipRefusal): string {
  return refusal.kind === 'under-way'
    ? `${refusal.reference} está em outra guia que ninguém assinou ainda.`
    : `${refusal.reference} é sigiloso: mande-o em envelope lacrado, com uma descrição que não o nomeie.`
}
