import { keepResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { boardPage, checkReceiptPage, entryOf, entryPage, receiptPage } from './board.view.tsx'
import { readEntry, readMove, wallClockOf } from './entry.form.ts'
import { explainEntryMove, stateWords } from './entry.text.ts'
import { type MoveEntryRefusal, moveEntry } from './move-entry.ts'
import { NewEntryPage } from './new-entry.page.tsx'
import { PaperFormPage } from './paper-form.page.tsx'
import { registerEntry } from './register-entry.ts'

const writing = { permission: 'cases.change' } as const

/** The daily board of a unit, with the receipts of what came in. */
export function dayBookRoutes(router: Router): void {
  router.page('/quadro-do-dia', {}, boardPage)

  router.page('/quadro-do-dia/formulario', {}, async ({ page, href, actor }) =>
    html(<PaperFormPage {...{ page, href }} unit={actor.unitAcronym} />),
  )

  router.page('/quadro-do-dia/novo', writing, async (visit) =>
    newPage(visit, { recebido_em: wallClockOf(visit.now), meio: 'paper' }, []),
  )

  router.act('/quadro-do-dia', writing, async (visit) => {
    const { request, problems } = readEntry(visit.form)
    if (!request) return newPage(visit, visit.form, problems)
    const token = visit.platform.randomness.token()
    const outcome = await registerEntry(visit.db, visit.actor, { ...request, token }, visit.now)
    if (!outcome.done) {
      return newPage(visit, visit.form, [{ field: 'recebido_em', message: 'A chegada não pode ser depois de agora.' }])
    }
    return redirect(visit.href(`/quadro-do-dia/${outcome.value.id}/recibo`))
  })

  router.page('/quadro-do-dia/:id', {}, async (visit) => {
    const entry = await entryOf(visit)
    return entry ? entryPage(visit, entry) : notFound
  })

  router.page('/quadro-do-dia/:id/recibo', {}, async (visit) => {
    const entry = await entryOf(visit)
    return entry ? receiptPage(visit, entry) : notFound
  })

  router.act('/quadro-do-dia/:id', writing, async (visit) => {
    const entry = await entryOf(visit)
    if (!entry) return notFound
    const { request, problems } = readMove(visit.form, entry.id)
    if (!request) return entryPage(visit, entry, visit.form, problems)
    const outcome = await moveEntry(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return entryPage(visit, entry, visit.form, outcome.refusals.map(explain))
    const items = [{ label: `Registro ${entry.number}/${entry.year}`, done: true, text: wordOf(request.state) }]
    return redirect(visit.href(`/quadro-do-dia/${entry.id}`) + (await keepResult(visit, { title: 'Registro', items })))
  })

  router.publicPage('/recibo-de-entrega', checkReceiptPage, { perMinute: 30 })
}

function wordOf(state: keyof typeof stateWords): string {
  return `${stateWords[state].word.toLowerCase()}.`
}

function explain(refusal: MoveEntryRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'no-such-case-file':
      return {
        field: 'processo',
        message: 'Não há processo com este número, ou ele não está disponível para você nesta unidade.',
      }
    case 'not-of-this-unit':
      return { field: 'responsavel', message: 'Esta pessoa não trabalha na unidade. Escolha outra.' }
    case 'needs-case-file':
      return { field: 'processo', message: explainEntryMove(refusal) }
    case 'needs-person':
      return { field: 'responsavel', message: explainEntryMove(refusal) }
    default:
      return { field: 'situacao', message: explainEntryMove(refusal) }
  }
}

function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]): Answer {
  const { page, formKeys, href } = visit
  return html(<NewEntryPage {...{ page, formKeys, href, fields, problems }} />, problems.length > 0 ? 422 : 200)
}
