import type { FieldProblem } from '../../../platform/form-fields.ts'
import type { InnerVisit, Router } from '../../../platform/http/index.ts'
import { explainLabel, findUnitsByLabel, listAgenciesWithin } from '../../organization/index.ts'
import { keptRegisterRoutes } from '../registers/kept-register.view.ts'
import { readCaseType, type TypedCaseType } from './case-type.form.ts'
import { fieldsOfCaseType } from './case-type-fields.text.ts'
import { CaseTypePage, CaseTypesPage } from './case-types.page.tsx'
import { explainCaseTypeRefusal } from './case-types.text.ts'
import { findBases, findCaseType, listCaseTypes, saveCaseType } from './save-case-type.ts'

const everywhere = { agencyId: undefined }

export function caseTypesRoutes(router: Router): void {
  keptRegisterRoutes(router, {
    register: 'caseTypes',
    newWord: 'novo',
    newFields: { niveis: ['public', 'restricted'], nivel_sugerido: 'public' },
    find: findCaseType,
    fieldsOf: fieldsOfCaseType,
    listPage: async ({ db, page }, asked, result) => (
      <CaseTypesPage {...{ page, asked, result }} list={await listCaseTypes(db, asked)} />
    ),
    entryPage: async ({ db, page, formKeys }, { entry, ...shown }) => {
      const [bases, agencies] = await Promise.all([findBases(db), listAgenciesWithin(db, everywhere)])
      return <CaseTypePage {...{ page, formKeys, bases, agencies }} type={entry} {...shown} />
    },
    save: async (visit, entry) => {
      const { request, problems } = readCaseType(visit.form, await listAgenciesWithin(visit.db, everywhere))
      if (!request) return problems
      const units = await unitsOf(visit, request)
      if ('message' in units) return [units]
      const outcome = await saveCaseType(
        visit.db,
        visit.actor,
        entry?.id,
        { ...request, unitIds: units.ids },
        visit.now,
      )
      if (!outcome.done) return outcome.refusals.map(explainCaseTypeRefusal)
      return { id: outcome.value.id, label: request.name }
    },
  })
}

async function unitsOf(
  visit: InnerVisit,
  { unitLabels }: TypedCaseType,
): Promise<{ readonly ids: readonly string[] } | FieldProblem> {
  const found = await findUnitsByLabel(visit.db, unitLabels, everywhere)
  const message = found.map(explainLabel).find((sentence) => sentence !== undefined)
  if (message !== undefined) return { field: 'unidades', message }
  return { ids: found.flatMap((one) => (one.kind === 'found' ? [one.unit.id] : [])) }
}
