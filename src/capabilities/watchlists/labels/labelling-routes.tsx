import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { fieldText } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { type CaseFile, explainCaseRefusal, factsToAct, refusalsToAct, withCaseFile } from '../../cases/index.ts'
import { idParam } from '../../organization/index.ts'
import { actOnEach, allRefused, asProblems, tellResults } from '../batch/act-on-each.view.ts'
import { chosenIn, chosenOf } from '../batch/chosen-case-files.form.ts'
import { withChosen } from '../batch/with-chosen.view.tsx'
import { labelsOfUnit } from './keep-labels.ts'
import { type LabellingTyped, readLabelling } from './label.form.ts'
import { changeLabelling, includeLabel, labellingHistory, labellingsOn, removeLabel } from './label-case-files.ts'
import { CaseLabelsPage, ChangeLabellingPage, LabellingPage } from './labelling.page.tsx'
import { explainLabelling } from './labels.text.ts'

const options = { permission: 'cases.change' } as const
const ofCase = '/processos/:numero/marcadores'

export function labellingRoutes(router: Router): void {
  router.page('/marcacao', options, (visit) =>
    batchPage(visit, chosenOf(visit.queryList('processo')), { labelId: '', text: '' }, []),
  )
  router.act('/marcacao', options, labelMany)

  router.page(ofCase, options, (visit) => withCaseFile(visit, (caseFile) => casePage(visit, caseFile, [])))
  router.act(ofCase, options, (visit) =>
    withCaseFile(visit, async (caseFile) => {
      const { typed, problems } = readLabelling(visit.form)
      if (problems.length > 0) return casePage(visit, caseFile, problems)
      const request = { caseNumber: caseFile.digits, ...typed }
      const outcome = await includeLabel(visit.db, visit.actor, request, visit.now)
      if (!outcome) return notFound
      if (outcome.done) return toLabels(visit, caseFile, 'marcador incluído.')
      return casePage(visit, caseFile, outcome.refusals.map(fieldOf))
    }),
  )

  router.page(`${ofCase}/:id`, options, (visit) => withCaseFile(visit, (caseFile) => onePage(visit, caseFile, [])))
  router.act(`${ofCase}/:id`, options, (visit) =>
    withCaseFile(visit, async (caseFile) => {
      const { typed, problems } = readLabelling(visit.form, false)
      const labelId = idParam(visit)
      if (!labelId) return notFound
      const removing = fieldText(visit.form, 'acao') === 'retirar'
      if (problems.length > 0 && !removing) return onePage(visit, caseFile, problems, typed.text)
      const request = { caseNumber: caseFile.digits, labelId, text: typed.text }
      const outcome = await (removing ? removeLabel : changeLabelling)(visit.db, visit.actor, request, visit.now)
      if (!outcome) return notFound
      if (outcome.done) return toLabels(visit, caseFile, removing ? 'marcador retirado.' : 'texto salvo.')
      return onePage(visit, caseFile, outcome.refusals.map(fieldOf), typed.text)
    }),
  )
}

async function labelMany(visit: InnerVisit): Promise<Answer> {
  const numbers = chosenIn(visit.form)
  if (numbers.length === 0) return notFound
  const { typed, problems } = readLabelling(visit.form)
  if (problems.length > 0) return batchPage(visit, numbers, typed, problems)
  const removing = fieldText(visit.form, 'acao') === 'retirar'
  const { db, actor, now } = visit
  const results = removing
    ? await actOnEach(visit, numbers, ({ digits }) => removeLabel(db, actor, { caseNumber: digits, ...typed }, now), {
        tell: () => 'marcador retirado.',
        explain: explainLabelling,
      })
    : await actOnEach(visit, numbers, ({ digits }) => includeLabel(db, actor, { caseNumber: digits, ...typed }, now), {
        tell: (kind) => (kind === 'included' ? 'marcador incluído.' : 'texto do marcador alterado.'),
        explain: explainLabelling,
      })
  if (allRefused(results)) return batchPage(visit, numbers, typed, asProblems(results))
  return tellResults(visit, removing ? 'Retirada de marcador' : 'Marcador', results)
}

function batchPage(
  visit: InnerVisit,
  numbers: readonly string[],
  typed: LabellingTyped,
  problems: readonly FormError[],
): Promise<Answer> {
  return withChosen(visit, numbers, async (caseFiles) => {
    const labels = await labelsOfUnit(visit.db, visit.actor)
    const { page, formKeys, href } = visit
    return html(
      <LabellingPage {...{ page, formKeys, href, caseFiles, labels, typed, problems }} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}

async function casePage(visit: InnerVisit, caseFile: CaseFile, problems: readonly FormError[]): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const [labels, on, events, result] = await Promise.all([
    labelsOfUnit(db, actor),
    labellingsOn(db, actor, caseFile),
    labellingHistory(db, actor, caseFile),
    findResult(visit),
  ])
  const refusals = refusalsToAct('annotate', factsToAct(caseFile, actor.unitId)).map(explainCaseRefusal)
  return html(
    <CaseLabelsPage {...{ page, formKeys, href, caseFile, labels, on, events, refusals, problems, result }} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function onePage(visit: InnerVisit, caseFile: CaseFile, problems: readonly FormError[], text?: string) {
  const on = await labellingsOn(visit.db, visit.actor, caseFile)
  const labelling = on.find(({ labelId }) => labelId === visit.param('id'))
  if (!labelling) return notFound
  const { page, formKeys, href } = visit
  return html(
    <ChangeLabellingPage {...{ page, formKeys, href, caseFile, labelling, problems }} text={text ?? labelling.text} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function toLabels(visit: InnerVisit, caseFile: CaseFile, text: string): Promise<Answer> {
  const result = { title: 'Marcadores', items: [{ label: caseFile.number, done: true, text }] }
  return redirect(visit.href(`/processos/${caseFile.digits}/marcadores${await keepResult(visit, result)}`))
}

function fieldOf(refusal: Parameters<typeof explainLabelling>[0]): FormError {
  const message = explainLabelling(refusal)
  return refusal.kind === 'no-such-label' || refusal.kind === 'label-out-of-use'
    ? { field: 'marcador', message }
    : { message }
}
