import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { ConfirmPage, type FormError, formatDate } from '../../../ui/index.ts'
import { readTerm, readTermTyped } from '../../deadlines/index.ts'
import { cancelReopening } from '../reopening/cancel-reopening.ts'
import { excludeReturn, extendReturn } from './change-return.ts'
import { ExtendReturnPage } from './extend-return.page.tsx'
import { findAskedReturn, listReturns } from './find-returns.ts'
import { explainReturnRefusal } from './return.text.ts'
import { readReturnsFilter } from './returns.form.ts'
import { ReturnsPage } from './returns.page.tsx'
import type { ReturnRow } from './returns.queries.ts'

const sending = { permission: 'routing.send' } as const

export function returnsRoutes(router: Router): void {
  router.page('/retornos', {}, async (visit) => {
    const today = todayIn(visit.now)
    const filter = readReturnsFilter(visit, today)
    const [list, result] = await Promise.all([listReturns(visit.db, visit.actor, filter, visit.now), findResult(visit)])
    const mayChange = visit.actor.permissions.has('routing.send')
    const { page, formKeys, href } = visit
    return html(<ReturnsPage {...{ page, formKeys, href, filter, list, today, mayChange, result }} />)
  })

  router.page('/retornos/:id/prorrogacao', sending, async (visit) => {
    const row = await askedReturn(visit)
    return row ? extendPage(visit, row, [], 200) : notFound
  })
  router.act('/retornos/:id/prorrogacao', sending, async (visit) => {
    const row = await askedReturn(visit)
    if (!row) return notFound
    const { term, problems } = readTerm(readTermTyped(visit.form), todayIn(visit.now))
    if (problems.length > 0) return extendPage(visit, row, problems, 422)
    const outcome = await extendReturn(visit.db, visit.actor, row.id, term, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) {
      const field = term && 'days' in term ? 'dias' : 'dia'
      const refusals = outcome.refusals.map((refusal) => ({ field, message: explainReturnRefusal(refusal) }))
      return extendPage(visit, row, refusals, 422)
    }
    return said(visit, row, `retorno prorrogado para ${formatDate(outcome.value.newDue ?? row.due)}.`, true)
  })

  router.page('/retornos/:id/exclusao', sending, async (visit) => {
    const row = await askedReturn(visit)
    return row ? exclusionPage(visit, row) : notFound
  })
  router.act('/retornos/:id/exclusao', sending, async (visit) => {
    const row = await askedReturn(visit)
    const outcome = row && (await excludeReturn(visit.db, visit.actor, row.id, visit.now))
    if (!row || !outcome) return notFound
    if (outcome.done) return said(visit, row, 'retorno excluído: a unidade não precisa mais devolver.', true)
    return said(visit, row, outcome.refusals.map(explainReturnRefusal).join(' '), false)
  })

  router.act('/processos/:numero/reabertura/cancelamento', sending, async (visit) => {
    const digits = visit.param('numero')
    const day = await cancelReopening(visit.db, visit.actor, digits, visit.now)
    if (!day) return notFound
    const item = { label: 'Reabertura programada', done: true, text: `a de ${formatDate(day)} foi cancelada.` }
    const token = await keepResult(visit, { title: 'Reabertura programada', items: [item] })
    const back = fieldText(visit.form, 'volta') === 'retornos' ? '/retornos' : `/processos/${digits}`
    return redirect(visit.href(`${back}${token}`))
  })
}

function extendPage(visit: InnerVisit, row: ReturnRow, problems: readonly FormError[], status: 200 | 422): Answer {
  return html(
    <ExtendReturnPage
      page={visit.page}
      formKeys={visit.formKeys}
      breadcrumb={crumbs(visit, 'Prorrogar')}
      action={visit.href(`/retornos/${row.id}/prorrogacao`)}
      backHref={visit.href('/retornos')}
      row={row}
      typed={readTermTyped(visit.form)}
      problems={problems}
    />,
    status,
  )
}

function exclusionPage(visit: InnerVisit, row: ReturnRow): Answer {
  return html(
    <ConfirmPage
      page={visit.page}
      title="Excluir o retorno programado?"
      breadcrumb={crumbs(visit, 'Excluir')}
      consequences={[
        `${row.unit} não precisará mais devolver o processo ${row.caseNumber} até ${formatDate(row.due)}.`,
        'O processo continua onde está. O histórico guarda que o retorno foi dispensado.',
      ]}
      action={visit.href(`/retornos/${row.id}/exclusao`)}
      idempotencyKey={visit.formKeys.idempotencyKey}
      confirmLabel="Excluir o retorno"
      confirmIcon="remove"
      cancelHref={visit.href('/retornos')}
    />,
  )
}

async function said(visit: InnerVisit, row: ReturnRow, text: string, done: boolean): Promise<Answer> {
  const item = { label: row.caseNumber, href: visit.href(`/processos/${row.caseDigits}`), done, text }
  return redirect(visit.href(`/retornos${await keepResult(visit, { title: 'Retorno', items: [item] })}`))
}

function crumbs(visit: InnerVisit, label: string) {
  return [{ label: 'Mesa', href: visit.href('/mesa') }, { label: 'Retornos', href: visit.href('/retornos') }, { label }]
}

function askedReturn(visit: InnerVisit) {
  return findAskedReturn(visit.db, visit.actor, visit.param('id'), visit.now)
}
