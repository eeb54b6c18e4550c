import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import { listCalendars } from '../authorities/find-calendars.ts'
import { findRequest, listRequests } from './find-request.ts'
import { NewRequestPage } from './new-request.page.tsx'
import { registerRequest } from './register-request.ts'
import { noSuchCaseFile, readRequest, readTriage } from './request.form.ts'
import { RequestPage } from './request.page.tsx'
import { requestStateWords } from './request.text.ts'
import { RequestsPage } from './requests.page.tsx'
import type { RequestRow } from './requests.queries.ts'
import { type TriageRefusal, triageRequest } from './triage-request.ts'

const writing = { permission: 'cases.change' } as const

/** Who asks to be heard, and what is answered. */
export function requestsRoutes(router: Router): void {
  router.page('/agenda/pedidos', {}, async ({ db, actor, now, page, href, query }) => {
    const side = query('lado') === 'respondidos' ? 'decided' : 'open'
    const rows = await listRequests(db, actor, side, now)
    return html(<RequestsPage {...{ page, href, side, rows }} mayChange={actor.permissions.has('cases.change')} />)
  })

  router.page('/agenda/pedidos/novo', writing, async (visit) =>
    newPage(visit, { autoridade: visit.query('autoridade'), processo: visit.query('processo').slice(0, 60) }, []),
  )

  router.act('/agenda/pedidos', writing, async (visit) => {
    const { request, problems } = readRequest(visit.form)
    if (!request) return newPage(visit, visit.form, problems)
    const outcome = await registerRequest(visit.db, visit.actor, request, visit.now)
    if (!outcome) return newPage(visit, visit.form, [{ field: 'autoridade', message: 'Escolha a autoridade.' }])
    if (!outcome.done) return newPage(visit, visit.form, [noSuchCaseFile])
    const items = [{ label: request.requester, done: true, text: 'pedido registrado. Aceite, encaminhe ou recuse.' }]
    const result = await keepResult(visit, { title: 'Pedido de audiência', items })
    return redirect(visit.href(`/agenda/pedidos/${outcome.value.id}`) + result)
  })

  router.page('/agenda/pedidos/:id', {}, async (visit) => {
    const request = await requestOf(visit)
    return request ? requestPage(visit, request) : notFound
  })

  router.act('/agenda/pedidos/:id', writing, async (visit) => {
    const found = await requestOf(visit)
    if (!found) return notFound
    const { request, problems } = readTriage(visit.form, found.id)
    if (!request) return requestPage(visit, found, visit.form, problems)
    const outcome = await triageRequest(visit.db, visit.actor, request, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return requestPage(visit, found, visit.form, outcome.refusals.map(explain))
    const text = `${requestStateWords[request.state].word.toLowerCase()}.`
    const items = [{ label: `Pedido de ${found.requester}`, done: true, text }]
    const result = await keepResult(visit, { title: 'Pedido de audiência', items })
    return redirect(visit.href(`/agenda/pedidos/${found.id}`) + result)
  })
}

function explain(refusal: TriageRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'decided':
      return { field: 'decisao', message: 'O pedido já foi respondido.' }
    case 'needs-reason':
      return { field: 'motivo', message: 'Para recusar, informe o motivo.' }
    case 'no-such-unit':
      return { field: 'unidade', message: refusal.message }
  }
}

async function requestOf(visit: InnerVisit): Promise<RequestRow | undefined> {
  const id = idParam(visit)
  return id ? findRequest(visit.db, visit.actor, id, 'reading', visit.now) : undefined
}

async function requestPage(
  visit: InnerVisit,
  request: RequestRow,
  fields: FormFields = {},
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { page, formKeys, href, actor } = visit
  const form = request.decidedAt || !actor.permissions.has('cases.change') ? undefined : { fields, problems }
  const result = await findResult(visit)
  return html(<RequestPage {...{ page, formKeys, href, request, form, result }} />, problems.length > 0 ? 422 : 200)
}

async function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const calendars = await listCalendars(db, actor, todayIn(now))
  return html(
    <NewRequestPage {...{ page, formKeys, href, calendars, fields, problems }} />,
    problems.length > 0 ? 422 : 200,
  )
}
