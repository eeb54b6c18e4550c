import { fieldText } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import type { FormError } from '../../../ui/index.ts'
import { refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { type CaseFieldsTyped, isSearching, readCaseFields } from '../fields/case-fields.form.ts'
import { fieldChoices, typesToOpen } from '../fields/find-choices.ts'
import { casePage, digitsInAddress, toCaseFile, withCaseFile, withoutCaseFile } from '../gate/gate-routes.tsx'
import { explainChangeRefusal } from './change-case-data.text.ts'
import { changeCaseData } from './change-case-data.ts'
import { DataPage } from './data.page.tsx'
import { classesOf, interestedOf } from './read-data.ts'

const path = '/processos/:numero/dados'
const permission = 'cases.change'

export function dataRoutes(router: Router): void {
  router.page(path, { permission }, (visit) =>
    withCaseFile(visit, async (caseFile) =>
      html(await dataPage(visit, caseFile, await typedOf(visit, caseFile), 'asking')),
    ),
  )

  router.act(path, { permission }, async (visit) => {
    const digits = digitsInAddress(visit)
    const { typed, request, problems } = readCaseFields(visit.form)
    const again = (all: readonly FormError[], status: 200 | 422) =>
      withCaseFile(visit, async (caseFile) => html(await dataPage(visit, caseFile, typed, all), status))
    if (isSearching(typed) || fieldText(visit.form, 'acao') === 'sugerir') return again([], 200)
    if (problems.length > 0) return again(problems, 422)
    const outcome = await changeCaseData(visit.db, visit.actor, digits, request, visit.now)
    if (!outcome) return withoutCaseFile(visit, digits)
    return outcome.done ? toCaseFile(visit, digits) : again(outcome.refusals.map(explainChangeRefusal), 422)
  })
}

/** The form as it first opens: what the case file is. */
async function typedOf(visit: InnerVisit, caseFile: CaseFile): Promise<CaseFieldsTyped> {
  const [classes, interested] = await Promise.all([
    classesOf(visit.db, caseFile),
    interestedOf(visit.db, [caseFile.id]),
  ])
  return {
    typeId: caseFile.typeId,
    summary: caseFile.summary,
    classIds: classes.map(({ id }) => id),
    classText: '',
    partyKeys: (interested.get(caseFile.id) ?? []).map(({ contactId }) => `c${contactId}`),
    partyText: '',
    priority: caseFile.priority ?? '',
  }
}

async function dataPage(
  visit: InnerVisit,
  caseFile: CaseFile,
  typed: CaseFieldsTyped,
  problems: readonly FormError[] | 'asking',
) {
  const types = await typesToOpen(visit.db, visit.actor)
  const suggested = types.find(({ id }) => id === typed.typeId)?.suggestedClassIds ?? []
  const present = { id: caseFile.typeId, name: caseFile.typeName }
  return (
    <DataPage
      {...casePage(visit, caseFile)}
      formKeys={visit.formKeys}
      typed={typed}
      types={types.some(({ id }) => id === present.id) ? types : [present, ...types]}
      choices={await fieldChoices(visit.db, visit.actor.unitId, typed, suggested)}
      problems={problems === 'asking' ? [] : problems}
      refusals={problems === 'asking' ? refusalsToAct('change', factsToAct(caseFile, visit.actor.unitId)) : []}
    />
  )
}
