import { findResult, keepResult } from '../../platform/act-results/index.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { explainCaseTypeRefusal, findBases, readCaseType } from '../classification/index.ts'
import { confirmPassword, explainPasswordRefused } from '../identity/index.ts'
import {
  explainLabel,
  findUnitsByLabel,
  idParam,
  listAgenciesWithin,
  listRequest,
  reachOfVisit,
  readForm,
  unitLabels,
} from '../organization/index.ts'
import { AnalysingUnitPage } from './analysing-unit.page.tsx'
import { type AnswerRefusal, approveRequest, refuseRequest } from './answer-request.ts'
import { type AskRefusal, askCaseType } from './ask-case-type.ts'
import {
  type RequestRow,
  type Sees,
  selectArrangement,
  selectRequest,
  selectRequests,
  upsertAnalysingUnit,
} from './find-requests.ts'
import { NewRequestPage } from './new-request.page.tsx'
import { RequestPage } from './request.page.tsx'
import { fieldsToApprove, readRequest } from './request-form.ts'
import { RequestsPage } from './requests.page.tsx'

const here = '/pedidos-de-tipos'
const everywhere = { agencyId: undefined }

export function caseTypeRequestsRoutes(router: Router): void {
  router.page(here, {}, async (visit) => {
    const [sees, mayArrange] = [seesAs(visit), await keepsAll(visit)]
    if (!sees.asMember && !sees.asAnalyst && !mayArrange) return notFound
    const pageNumber = listRequest(visit).page
    const [rows, arrangement, result] = await Promise.all([
      selectRequests(visit.db, visit.actor, sees, pageNumber),
      selectArrangement(visit.db, visit.actor.unitId),
      findResult(visit),
    ])
    const { page, href } = visit
    const analysingUnit = arrangement.unitLabel ?? undefined
    const today = todayIn(visit.now)
    const mayAsk = sees.asMember
    return html(
      <RequestsPage {...{ page, href, today, rows, mayAsk, mayArrange, analysingUnit, pageNumber, result }} />,
    )
  })

  router.page(`${here}/novo`, { permission: 'case-types.request' }, async (visit) =>
    html(await newPage(visit, { nivel: 'public' }, [])),
  )

  router.act(here, { permission: 'case-types.request' }, async (visit) => {
    const again = async (problems: readonly FieldProblem[]) => html(await newPage(visit, visit.form, problems), 422)
    const { request, problems } = readRequest(visit.form)
    if (!request) return again(problems)
    const { actor, platform, now } = visit
    // On the pool: a wrong attempt is counted even though the act is undone.
    const password = await confirmPassword(platform.db, actor, fieldText(visit.form, 'senha'), visit.ip, now)
    if (!password.done) return again([{ field: 'senha', message: explainPasswordRefused(password.refusals[0]) }])
    const outcome = await askCaseType(visit.db, actor, request, now)
    if (!outcome.done) return again(outcome.refusals.map(explainAsk))
    return saying(visit, request.answers.name, 'pedido assinado e enviado.')
  })

  router.page(`${here}/unidade`, { permission: 'classification.manage' }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { unitLabel } = await selectArrangement(visit.db, visit.actor.unitId)
    return html(await unitPage(visit, { unidade: unitLabel ?? '' }, []))
  })

  router.act(`${here}/unidade`, { permission: 'classification.manage' }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const label = fieldText(visit.form, 'unidade').trim().slice(0, 80)
    const [found] = await findUnitsByLabel(visit.db, label ? [label] : [], everywhere)
    if (found?.kind !== 'found') {
      const message = (found && explainLabel(found)) ?? 'Informe a unidade.'
      return html(await unitPage(visit, visit.form, [{ field: 'unidade', message }]), 422)
    }
    await upsertAnalysingUnit(visit.db, found.unit.id, visit.actor.userId, visit.now)
    return saying(visit, found.unit.label, 'analisa os próximos pedidos.')
  })

  router.page(`${here}/:id`, {}, async (visit) => {
    const request = await requestOf(visit, seesAs(visit))
    if (!request) return notFound
    return html(await requestPage(visit, request, fieldsToApprove(request.answers, request.agencyId), []))
  })

  router.act(`${here}/:id/aprovacao`, { permission: 'case-types.analyse' }, async (visit) => {
    const request = await requestOf(visit, { asMember: false, asAnalyst: true })
    if (!request) return notFound
    const again = async (problems: readonly FieldProblem[]) =>
      html(await requestPage(visit, request, visit.form, problems), 422)
    const read = readCaseType(visit.form, await listAgenciesWithin(visit.db, everywhere))
    if (!read.request) return again(read.problems)
    const units = await findUnitsByLabel(visit.db, read.request.unitLabels, everywhere)
    const message = units.map(explainLabel).find((sentence) => sentence !== undefined)
    if (message !== undefined) return again([{ field: 'unidades', message }])
    const unitIds = units.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : []))
    const outcome = await approveRequest(visit.db, visit.actor, request, { ...read.request, unitIds }, visit.now)
    if (!outcome.done) return again(outcome.refusals.map(explainAnswer))
    return saying(visit, read.request.name, 'tipo criado e pedido respondido.')
  })

  router.act(`${here}/:id/recusa`, { permission: 'case-types.analyse' }, async (visit) => {
    const request = await requestOf(visit, { asMember: false, asAnalyst: true })
    if (!request) return notFound
    const form = readForm(visit.form)
    const reason = form.text('motivo', { label: 'o motivo', required: true, least: 5, most: 2000 })
    const again = async (problems: readonly FieldProblem[]) => {
      const fields = { ...fieldsToApprove(request.answers, request.agencyId), motivo: reason }
      return html(await requestPage(visit, request, fields, problems), 422)
    }
    if (form.problems.length > 0) return again(form.problems)
    const outcome = await refuseRequest(visit.db, visit.actor, request, reason, visit.now)
    if (!outcome.done) return again([{ field: 'motivo', message: explainAnswer(outcome.refusals[0]).message }])
    return saying(visit, request.name, 'pedido recusado, com o motivo.')
  })
}

function seesAs({ actor }: InnerVisit): Sees {
  return {
    asMember: actor.permissions.has('case-types.request'),
    asAnalyst: actor.permissions.has('case-types.analyse'),
  }
}

async function keepsAll(visit: InnerVisit): Promise<boolean> {
  if (!visit.actor.permissions.has('classification.manage')) return false
  return (await reachOfVisit(visit, 'classification.manage')).agencyId === undefined
}

async function requestOf(visit: InnerVisit, sees: Sees): Promise<RequestRow | undefined> {
  const id = idParam(visit)
  const allowed = (sees.asMember && seesAs(visit).asMember) || (sees.asAnalyst && seesAs(visit).asAnalyst)
  return id && allowed ? selectRequest(visit.db, visit.actor, sees, id) : undefined
}

async function saying(visit: InnerVisit, label: string, text: string): Promise<Answer> {
  const result = await keepResult(visit, { title: label, items: [{ label, done: true, text }] })
  return redirect(visit.href(here) + result)
}

async function newPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  const arrangement = await selectArrangement(visit.db, visit.actor.unitId)
  const { capacities } = arrangement
  const { page, formKeys, href } = visit
  const missing = missingOf(arrangement)
  return <NewRequestPage {...{ page, formKeys, href, capacities, missing, fields, problems }} />
}

function missingOf(arrangement: Awaited<ReturnType<typeof selectArrangement>>): string | undefined {
  const { unitId, caseTypeId, documentTypeId } = arrangement
  return unitId && caseTypeId && documentTypeId ? undefined : notArranged
}

const notArranged =
  'Ainda não é possível pedir: falta definir a unidade que analisa, ou cadastrar o tipo de processo “Gestão da Informação: Gestão Documental” ou o tipo de documento “Formulário de Identificação de Processos no SEI”. Avise a administração.'

function explainAsk(refusal: AskRefusal): FieldProblem {
  switch (refusal.kind) {
    case 'not-arranged':
      return { field: '', message: notArranged }
    case 'name-taken':
      return { field: 'nome', message: 'Já existe um tipo, ou um pedido em análise, com este nome.' }
    case 'capacity-not-of-unit':
      return { field: 'cargo', message: 'Escolha um dos cargos da unidade.' }
    case 'in-the-way':
      return { field: '', message: refusal.message }
  }
}

function explainAnswer(refusal: AnswerRefusal): FieldProblem {
  return refusal.kind === 'answered'
    ? { field: '', message: 'Este pedido já foi respondido.' }
    : explainCaseTypeRefusal(refusal)
}

async function unitPage(visit: InnerVisit, fields: FormFields, problems: readonly FieldProblem[]) {
  const labels = await unitLabels(visit.db, everywhere)
  const { page, formKeys, href } = visit
  return <AnalysingUnitPage {...{ page, formKeys, href, labels, fields, problems }} />
}

async function requestPage(
  visit: InnerVisit,
  request: RequestRow,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const { page, formKeys, href, actor } = visit
  const mayAnswer =
    request.state === 'analysis' &&
    actor.permissions.has('case-types.analyse') &&
    request.analysingUnitId === actor.unitId
  const [bases, agencies] = mayAnswer
    ? await Promise.all([findBases(visit.db), listAgenciesWithin(visit.db, everywhere)])
    : [[], []]
  const today = todayIn(visit.now)
  return <RequestPage {...{ page, formKeys, href, today, request, mayAnswer, bases, agencies, fields, problems }} />
}
