import { keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import type { FormError } from '../../../ui/index.ts'
import { type CaseFile, findCaseFile, withCaseFile } from '../../cases/index.ts'
import {
  actOnEach,
  allRefused,
  asProblems,
  chosenIn,
  chosenOf,
  tellResults,
  withChosen,
} from '../../watchlists/index.ts'
import { plansInForce } from '../administration/find-plan.ts'
import { itemStates } from '../item-state.rules.ts'
import { stateWords } from '../item-state.text.ts'
import { explainItem, explainSetPlan } from '../work-plans.text.ts'
import { draftInItem, type ItemRefusal, includeInItem, setItemState, takeOutOfItem } from './change-item.ts'
import { itemIn, planOfCase } from './plan-of-case.ts'
import { itemPage, planPage } from './plan-page.view.tsx'
import { SetPlanPage } from './set-plan.page.tsx'
import { removePlan, setPlan } from './set-plan.ts'

const changing = { permission: 'cases.change' } as const
const itemPath = '/processos/:numero/plano-de-trabalho/itens/:item'

/** The plan of one case file, or of many chosen on the desk. */
export function followingRoutes(router: Router): void {
  router.page('/plano-de-trabalho', changing, (visit) => setPage(visit, chosenOf(visit.queryList('processo')), '', []))

  router.act('/plano-de-trabalho', changing, async (visit) => {
    const { db, actor, now, form } = visit
    const numbers = chosenIn(form)
    if (numbers.length === 0) return notFound
    const removing = fieldText(form, 'acao') === 'retirar'
    const planId = fieldText(form, 'plano')
    if (!removing && !/^\d{1,18}$/.test(planId)) {
      return setPage(visit, numbers, '', [{ field: 'plano', message: 'Escolha um plano de trabalho.' }])
    }
    const results = await actOnEach(
      visit,
      numbers,
      ({ digits }) =>
        removing ? removePlan(db, actor, digits, now) : setPlan(db, actor, { caseNumber: digits, planId }, now),
      {
        tell: () => (removing ? 'plano de trabalho retirado.' : 'plano de trabalho posto.'),
        explain: explainSetPlan,
      },
    )
    if (allRefused(results)) return setPage(visit, numbers, planId, asProblems(results))
    return tellResults(visit, 'Plano de trabalho', results)
  })

  router.page('/processos/:numero/plano-de-trabalho', {}, (visit) =>
    withCaseFile(visit, async (caseFile) => (caseFile.reach === 'full' ? planPage(visit, caseFile) : notFound)),
  )

  router.page(itemPath, changing, (visit) =>
    withCaseFile(visit, async (caseFile) => {
      const place = await placeOf(visit, caseFile)
      return place ? itemPage(visit, place) : notFound
    }),
  )

  router.act(itemPath, changing, async (visit) => {
    const { db, actor, form, now } = visit
    const note = fieldText(form, 'observacao')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
    const state = itemStates.find((one) => stateWords[one].value === fieldText(form, 'situacao'))
    const typed = { state: fieldText(form, 'situacao'), note }
    if (!state) return again(visit, typed, [{ field: 'situacao', message: 'Escolha a situação do item.' }])
    if (note.length > 500) {
      return again(visit, typed, [
        { field: 'observacao', message: 'A observação tem mais de 500 caracteres. Abrevie.' },
      ])
    }
    const outcome = await setItemState(db, actor, { ...keysOf(visit), state, note }, now)
    return settle(visit, outcome, typed, 'situacao', stateWords[state].word.toLowerCase())
  })

  router.act(`${itemPath}/documentos`, changing, async (visit) => {
    const { db, actor, form, now } = visit
    const document = fieldText(form, 'documento').replace(/\D/g, '').slice(0, 15)
    const typed = { document }
    if (!document) return again(visit, typed, [{ field: 'documento', message: 'Escolha um documento do processo.' }])
    const removing = fieldText(form, 'acao') === 'retirar'
    const request = { ...keysOf(visit), document }
    const outcome = removing
      ? await takeOutOfItem(db, actor, request, now)
      : await includeInItem(db, actor, request, now)
    return settle(visit, outcome, typed, 'documento', removing ? 'documento retirado' : 'documento incluído')
  })

  router.act(`${itemPath}/minuta`, { permission: 'documents.write' }, async (visit) => {
    if (!visit.actor.permissions.has('cases.change')) return notFound
    const typeId = fieldText(visit.form, 'tipo')
    if (!/^[1-9]\d{0,17}$/.test(typeId)) {
      return again(visit, { typeId: '' }, [{ field: 'tipo', message: 'Escolha o tipo do documento.' }])
    }
    const outcome = await draftInItem(visit.db, visit.actor, { ...keysOf(visit), typeId }, visit.now)
    if (outcome?.done) return redirect(visit.href(`/documentos/${outcome.value.number}/editor`))
    return settle(visit, outcome, { typeId }, 'tipo', '')
  })
}

function keysOf(visit: InnerVisit) {
  return { caseNumber: visit.param('numero'), itemId: visit.param('item') }
}

async function placeOf(visit: InnerVisit, caseFile: CaseFile) {
  if (caseFile.reach !== 'full') return undefined
  const plan = await planOfCase(visit.db, caseFile, visit.now)
  const item = itemIn(plan, visit.param('item'))
  return plan && item && { caseFile, plan, item }
}

/** Back to the plan, which says what was done; or the page of the item again, with the reasons. */
async function settle(
  visit: InnerVisit,
  outcome: Outcome<unknown, ItemRefusal> | undefined,
  typed: Parameters<typeof itemPage>[2],
  field: string,
  text: string,
): Promise<Answer> {
  if (!outcome) return notFound
  if (!outcome.done) return again(visit, typed, [{ field, message: outcome.refusals.map(explainItem).join(' ') }])
  const { caseNumber, itemId } = keysOf(visit)
  const caseFile = await findCaseFile(visit.db, visit.actor, { digits: caseNumber }, 'reading', visit.now)
  const item = caseFile && itemIn(await planOfCase(visit.db, caseFile, visit.now), itemId)
  const items = [{ label: item?.name ?? 'Item', done: true, text: `${text}.` }]
  const result = await keepResult(visit, { title: 'Plano de trabalho', items })
  return redirect(visit.href(`/processos/${caseNumber}/plano-de-trabalho`) + result)
}

async function again(
  visit: InnerVisit,
  typed: Parameters<typeof itemPage>[2],
  problems: readonly FormError[],
): Promise<Answer> {
  const { db, actor, now } = visit
  const caseFile = await findCaseFile(db, actor, { digits: visit.param('numero') }, 'reading', now)
  const place = caseFile && (await placeOf(visit, caseFile))
  return place ? itemPage(visit, place, typed, problems) : notFound
}

function setPage(
  visit: InnerVisit,
  numbers: readonly string[],
  typed: string,
  problems: readonly FormError[],
): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const { db, page, formKeys, href, now } = visit
    const only = caseFiles.length === 1 ? caseFiles[0] : undefined
    const [plans, plan] = await Promise.all([plansInForce(db, now), only && planOfCase(db, only, now)])
    const present = plan && { id: plan.association.planId, name: plan.association.planName }
    const planId = typed || (present?.id ?? '')
    return html(
      <SetPlanPage {...{ page, formKeys, href, caseFiles, plans, planId, present, problems }} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}
