import { findResult, keepResult } from '../../platform/act-results/index.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import {
  type Answer,
  bytes,
  html,
  type InnerVisit,
  notFound,
  type Router,
  redirect,
} from '../../platform/http/index.ts'
import type { Outcome } from '../../platform/outcome.ts'
import { formatDate } from '../../ui/index.ts'
import { unitPeople } from '../identity/index.ts'
import { idParam, unitLabels } from '../organization/index.ts'
import { askSectors, takeReturn } from './ask-sectors.ts'
import { calendarRoutes } from './calendar/routes.tsx'
import {
  fieldsOfDemand,
  readAnswer,
  readAsk,
  readChange,
  readDecision,
  readDemand,
  readExtension,
  readReturn,
} from './demand.form.ts'
import { type DemandAct, DemandPage } from './demand.page.tsx'
import { explainAnswer, explainAsk, explainData, explainExtension, explainReturn } from './demand.text.ts'
import { DemandFormPage } from './demand-form.page.tsx'
import { readFilter } from './demands.form.ts'
import { DemandsPage, nameOf } from './demands.page.tsx'
import type { DemandRow } from './demands.queries.ts'
import { demandsCsv } from './demands-csv.text.ts'
import { answerDemand, askExtension, decideExtension } from './extend-demand.ts'
import { findDemand, listDemands, listExtensions, listForExport, listSectors } from './find-demands.ts'
import { changeDemand, registerDemand } from './register-demand.ts'

const writing = { permission: 'cases.change' } as const

/** Demands of outside bodies: list, deadlines, units asked, extension, answer. @term demandas externas */
export function demandsRoutes(router: Router): void {
  router.page('/demandas', {}, async ({ db, actor, now, page, href, query }) => {
    const filter = readFilter(query)
    const { rows, total } = await listDemands(db, actor, filter, now)
    return html(
      <DemandsPage {...{ page, href, filter, rows, total }} mayRegister={actor.permissions.has('cases.change')} />,
    )
  })

  router.page('/demandas/dados.csv', {}, async ({ db, actor, now, query }) => {
    const rows = await listForExport(db, actor, readFilter(query), now)
    return bytes(demandsCsv(rows, now), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="demandas.csv"',
    })
  })

  calendarRoutes(router)

  router.page('/demandas/nova', writing, async (visit) => {
    const begin = { recebida_em: todayIn(visit.now), processo: visit.query('processo').slice(0, 60) }
    return newPage(visit, begin, [])
  })

  router.act('/demandas', writing, async (visit) => {
    const { request, problems } = readDemand(visit.form, todayIn(visit.now))
    if (!request) return newPage(visit, visit.form, problems)
    const outcome = await registerDemand(visit.db, visit.actor, request, visit.now)
    if (!outcome.done) return newPage(visit, visit.form, outcome.refusals.map(explainData))
    return saying(
      visit,
      outcome.value.id,
      nameOf(request),
      `registrada, com prazo até ${formatDate(outcome.value.dueOn)}.`,
    )
  })

  router.page('/demandas/:id', {}, async (visit) => {
    const demand = await demandOf(visit)
    return demand ? demandPage(visit, demand) : notFound
  })

  router.page('/demandas/:id/alteracao', writing, async (visit) => {
    const demand = await demandOf(visit)
    return demand?.isOurs && !demand.answeredOn ? changePage(visit, demand, fieldsOfDemand(demand), []) : notFound
  })

  router.act('/demandas/:id/alteracao', writing, async (visit) => {
    const demand = await demandOf(visit)
    if (!demand?.isOurs) return notFound
    const { request, problems } = readChange(visit.form)
    if (!request) return changePage(visit, demand, visit.form, problems)
    const outcome = await changeDemand(visit.db, visit.actor, { ...request, id: demand.id }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return changePage(visit, demand, visit.form, outcome.refusals.map(explainData))
    return saying(visit, demand.id, nameOf(request), 'dados corrigidos.')
  })

  act(router, 'unidades', readAsk, askSectors, explainAsk, ({ asked, due }) =>
    asked === 1
      ? `1 unidade consultada, até ${formatDate(due)}.`
      : `${asked} unidades consultadas, até ${formatDate(due)}.`,
  )
  act(router, 'retornos', readReturn, takeReturn, explainReturn, () => 'retorno registrado.')
  act(router, 'prorrogacao', readExtension, askExtension, explainExtension, () => 'pedido de prorrogação registrado.')
  act(router, 'decisao', readDecision, decideExtension, explainExtension, () => 'decisão registrada.')
  act(router, 'resposta', readAnswer, answerDemand, explainAnswer, () => 'resposta registrada.')
}

/** One form of the page of a demand. */
function act<Request extends object, Value, Refusal>(
  router: Router,
  name: DemandAct,
  read: (fields: FormFields) => { readonly request: Request | undefined; readonly problems: readonly FieldProblem[] },
  command: (
    db: InnerVisit['db'],
    actor: InnerVisit['actor'],
    request: Request & { readonly id: string },
    now: Date,
  ) => Promise<Outcome<Value, Refusal> | undefined>,
  explain: (refusal: Refusal) => FieldProblem,
  tell: (value: Value) => string,
): void {
  router.act(`/demandas/:id/${name}`, writing, async (visit) => {
    const demand = await demandOf(visit)
    if (!demand) return notFound
    const refused = (problems: readonly FieldProblem[]) =>
      demandPage(visit, demand, { act: name, fields: visit.form, problems })
    const { request, problems } = read(visit.form)
    if (!request) return refused(problems)
    const outcome = await command(visit.db, visit.actor, { ...request, id: demand.id }, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return refused(outcome.refusals.map(explain))
    return saying(visit, demand.id, nameOf(demand), tell(outcome.value))
  })
}

async function saying(visit: InnerVisit, id: string, label: string, text: string): Promise<Answer> {
  const result = await keepResult(visit, { title: 'Demanda', items: [{ label, done: true, text }] })
  return redirect(visit.href(`/demandas/${id}`) + result)
}

async function demandOf(visit: InnerVisit): Promise<DemandRow | undefined> {
  const id = idParam(visit)
  return id ? findDemand(visit.db, visit.actor, id, 'reading', visit.now) : undefined
}

async function demandPage(
  visit: InnerVisit,
  demand: DemandRow,
  refused?: { readonly act: DemandAct; readonly fields: FormFields; readonly problems: readonly FieldProblem[] },
): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const mayChange = actor.permissions.has('cases.change')
  const [sectors, extensions, labels, result] = await Promise.all([
    listSectors(db, actor, demand),
    listExtensions(db, demand),
    mayChange && demand.isOurs && !demand.answeredOn ? unitLabels(db, { agencyId: actor.agencyId }) : [],
    findResult(visit),
  ])
  const shown = (
    <DemandPage {...{ page, formKeys, href, demand, sectors, extensions, labels, mayChange, refused, result }} />
  )
  return html(shown, refused ? 422 : 200)
}

async function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const people = await unitPeople(db, actor.unitId, now)
  return html(
    <DemandFormPage
      {...{ page, formKeys, href, people, fields, problems }}
      title="Registrar demanda externa"
      crumbs={[{ label: 'Registrar' }]}
      action={href('/demandas')}
      backTo={href('/demandas')}
      button="Registrar demanda"
      asksDeadline
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function changePage(
  visit: InnerVisit,
  demand: DemandRow,
  fields: FormFields,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const people = await unitPeople(db, actor.unitId, now)
  const path = href(`/demandas/${demand.id}`)
  return html(
    <DemandFormPage
      {...{ page, formKeys, href, people, fields, problems }}
      title="Corrigir dados da demanda"
      crumbs={[{ label: nameOf(demand), href: path }, { label: 'Corrigir' }]}
      action={`${path}/alteracao`}
      backTo={path}
      button="Salvar"
      asksDeadline={false}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
