import { findResult } from '../../../platform/act-results/index.ts'
import { type FieldProblem, type FormFields, fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { answerChanges, goSaying, idParam, listRequest, reachOfVisit } from '../../organization/index.ts'
import { caseTypesWithPlan, documentTypesToChoose, findPlan, listPlans, type WholePlan } from './find-plan.ts'
import { ItemPage } from './item.page.tsx'
import {
  addItem,
  addPlan,
  addStep,
  changeItem,
  changePlan,
  changeStep,
  takeByDefault,
  takeNoMore,
} from './keep-plans.ts'
import { readItem, readPlan, readStep } from './plan.form.ts'
import { PlanPage } from './plan.page.tsx'
import { NewPlanPage, PlansPage, path, title } from './plans.page.tsx'
import { StepPage } from './step.page.tsx'

const permission = 'classification.manage'
const here = `/administracao${path}`
const taken = { field: 'nome', message: 'Já existe um plano com este nome. Escolha outro.' }
const stepTaken = { field: 'etapa', message: 'O plano já tem uma etapa com este nome, ou já tem trinta etapas.' }
const itemTaken = { field: 'nome', message: 'A etapa já tem um item com este nome, ou já tem cinquenta itens.' }
const typeTaken = { field: 'tipo', message: 'Escolha um tipo de processo em uso que ainda não receba um plano.' }

/** The register of plans, of the whole installation as the types are. */
export function administrationRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listPlans(visit.db, asked), findResult(visit)])
    return html(<PlansPage {...{ page: visit.page, asked, list, result }} />)
  })

  router.page(`${here}/novo`, { permission }, async (visit) =>
    (await keepsAll(visit)) ? newPage(visit, {}, []) : notFound,
  )

  router.act(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { request, problems } = readPlan(visit.form)
    if (problems.length > 0) return newPage(visit, visit.form, problems)
    const outcome = await addPlan(visit.db, visit.actor, request, visit.now)
    if (!outcome.done) return newPage(visit, visit.form, [taken])
    return goSaying(visit, `${path}/${outcome.value.id}`, request.name, 'cadastrado. Inclua agora as etapas.')
  })

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const whole = await wholeOf(visit)
    if (!whole) return notFound
    const { name, description, validFrom, validUntil, active } = whole.plan
    const fields = { nome: name, descricao: description, desde: validFrom ?? '', ate: validUntil ?? '' }
    return planPage(visit, whole, { ...fields, em_uso: active ? 'sim' : '' }, [])
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const whole = await wholeOf(visit)
    if (!whole) return notFound
    const { request, problems } = readPlan(visit.form)
    if (problems.length > 0) return planPage(visit, whole, visit.form, problems)
    const outcome = await changePlan(visit.db, visit.actor, whole.plan.id, request, visit.now)
    if (!outcome.done) return planPage(visit, whole, visit.form, [taken])
    return goSaying(visit, `${path}/${whole.plan.id}`, request.name, 'salvo.')
  })

  router.page(`${here}/:id/alteracoes`, { permission }, async (visit) => {
    const whole = await wholeOf(visit)
    if (!whole) return notFound
    const { id, name } = whole.plan
    const shown = { label: name, register: { label: title, path }, recordPath: `${path}/${id}` }
    return answerChanges(visit, { register: 'work-plan', id }, shown)
  })

  router.act(`${here}/:id/tipos`, { permission }, async (visit) => {
    const whole = await wholeOf(visit)
    if (!whole) return notFound
    const { db, actor, form, now } = visit
    const type = (await caseTypesWithPlan(db)).find(({ id }) => id === fieldText(form, 'tipo'))
    if (!type) return planPage(visit, whole, form, [typeTaken], 'types')
    const request = { plan: whole.plan, type }
    if (fieldText(form, 'acao') === 'retirar') {
      await takeNoMore(db, actor, request, now)
      return goSaying(visit, `${path}/${whole.plan.id}`, type.name, 'não recebe mais o plano ao abrir.')
    }
    const outcome = await takeByDefault(db, actor, request, now)
    if (!outcome.done) return planPage(visit, whole, form, [typeTaken], 'types')
    return goSaying(visit, `${path}/${whole.plan.id}`, type.name, 'recebe o plano ao abrir.')
  })

  router.act(`${here}/:id/etapas`, { permission }, async (visit) => {
    const whole = await wholeOf(visit)
    if (!whole) return notFound
    const { request, problems } = readStep({ ...visit.form, ordem: '0', em_uso: 'sim' })
    if (problems.length > 0) return planPage(visit, whole, visit.form, problems, 'steps')
    const planId = whole.plan.id
    const outcome = await addStep(visit.db, visit.actor, { planId, name: request.name }, visit.now)
    if (!outcome.done) return planPage(visit, whole, visit.form, [stepTaken], 'steps')
    return goSaying(visit, `${path}/${planId}/etapas/${outcome.value.id}`, request.name, 'incluída. Inclua os itens.')
  })

  router.page(`${here}/:id/etapas/:etapa`, { permission }, async (visit) => {
    const place = await stepOf(visit)
    if (!place) return notFound
    const { name, position, active } = place.step
    return stepPage(visit, place, { etapa: name, ordem: String(position), em_uso: active ? 'sim' : '' }, [])
  })

  router.act(`${here}/:id/etapas/:etapa`, { permission }, async (visit) => {
    const place = await stepOf(visit)
    if (!place) return notFound
    const { request, problems } = readStep(visit.form)
    if (problems.length > 0) return stepPage(visit, place, visit.form, problems)
    const at = { planId: place.plan.id, step: place.step }
    const outcome = await changeStep(visit.db, visit.actor, at, request, visit.now)
    if (!outcome.done) return stepPage(visit, place, visit.form, [stepTaken])
    return goSaying(visit, `${path}/${place.plan.id}`, request.name, 'salva.')
  })

  router.act(`${here}/:id/etapas/:etapa/itens`, { permission }, async (visit) => {
    const place = await stepOf(visit)
    if (!place) return notFound
    const { request, problems } = readItem(visit.form, true)
    if (problems.length > 0) return stepPage(visit, place, visit.form, problems, true)
    const item = { ...request, planId: place.plan.id, stepId: place.step.id }
    const outcome = await addItem(visit.db, visit.actor, item, visit.now)
    if (!outcome.done) return stepPage(visit, place, visit.form, [itemTaken], true)
    return goSaying(visit, `${path}/${place.plan.id}/etapas/${place.step.id}`, request.name, 'incluído.')
  })

  router.page(`${here}/:id/itens/:item`, { permission }, async (visit) => {
    const place = await itemOf(visit)
    if (!place) return notFound
    const { name, position, days, typeIds, active } = place.item
    const fields = { nome: name, ordem: String(position), dias: days === null ? '' : String(days), tipo: typeIds }
    return itemPage(visit, place, { ...fields, em_uso: active ? 'sim' : '' }, [])
  })

  router.act(`${here}/:id/itens/:item`, { permission }, async (visit) => {
    const place = await itemOf(visit)
    if (!place) return notFound
    const { request, problems } = readItem(visit.form, false)
    if (problems.length > 0) return itemPage(visit, place, visit.form, problems)
    const at = { planId: place.plan.id, item: place.item }
    const outcome = await changeItem(visit.db, visit.actor, at, request, visit.now)
    if (!outcome.done) return itemPage(visit, place, visit.form, [itemTaken])
    return goSaying(visit, `${path}/${place.plan.id}/etapas/${place.item.stepId}`, request.name, 'salvo.')
  })
}

/** Plans are of the whole installation, and so is who keeps them. */
async function keepsAll(visit: InnerVisit): Promise<boolean> {
  return (await reachOfVisit(visit, permission)).agencyId === undefined
}

async function wholeOf(visit: InnerVisit): Promise<WholePlan | undefined> {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findPlan(visit.db, id) : undefined
}

async function stepOf(visit: InnerVisit) {
  const whole = await wholeOf(visit)
  const step = whole?.steps.find(({ id }) => id === visit.param('etapa'))
  return whole && step && { ...whole, step }
}

async function itemOf(visit: InnerVisit) {
  const whole = await wholeOf(visit)
  const item = whole?.items.find(({ id }) => id === visit.param('item'))
  const step = whole?.steps.find(({ id }) => id === item?.stepId)
  return whole && item && step && { ...whole, step, item }
}

type Problems = readonly FieldProblem[]
const status = (problems: Problems) => (problems.length > 0 ? 422 : 200)

function newPage({ page, formKeys }: InnerVisit, fields: FormFields, problems: Problems): Answer {
  return html(<NewPlanPage {...{ page, formKeys, fields, problems }} />, status(problems))
}

async function planPage(
  visit: InnerVisit,
  whole: WholePlan,
  fields: FormFields,
  problems: Problems,
  about: 'plan' | 'steps' | 'types' = 'plan',
): Promise<Answer> {
  const { page, formKeys, db } = visit
  const [caseTypes, result] = await Promise.all([caseTypesWithPlan(db), findResult(visit)])
  const shown = <PlanPage {...{ page, formKeys, ...whole, caseTypes, result, fields, problems, about }} />
  return html(shown, status(problems))
}

async function stepPage(
  visit: InnerVisit,
  place: NonNullable<Awaited<ReturnType<typeof stepOf>>>,
  fields: FormFields,
  problems: Problems,
  aboutItem = false,
): Promise<Answer> {
  const { page, formKeys, db } = visit
  const [documentTypes, result] = await Promise.all([documentTypesToChoose(db), findResult(visit)])
  const shown = <StepPage {...{ page, formKeys, ...place, documentTypes, result, fields, problems, aboutItem }} />
  return html(shown, status(problems))
}

async function itemPage(
  visit: InnerVisit,
  place: NonNullable<Awaited<ReturnType<typeof itemOf>>>,
  fields: FormFields,
  problems: Problems,
): Promise<Answer> {
  const { page, formKeys, db } = visit
  const documentTypes = await documentTypesToChoose(db)
  const shown = <ItemPage {...{ page, formKeys, ...place, documentTypes, fields, problems }} />
  return html(shown, status(problems))
}
