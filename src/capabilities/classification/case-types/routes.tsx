import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  explainLabel,
  findUnitsByLabel,
  goSaying,
  idParam,
  listAgenciesWithin,
  listRequest,
} from '../../organization/index.ts'
import { registers } from '../registers/registers.ts'
import { keepsAll, permission } from '../registers/routes.tsx'
import { fieldsOfCaseType, readCaseType, type TypedCaseType } from './case-type.form.ts'
import { CaseTypePage, CaseTypesPage } from './case-types.page.tsx'
import { explainCaseTypeRefusal } from './case-types.text.ts'
import { findBases, findCaseType, listCaseTypes, saveCaseType } from './save-case-type.ts'

const { path } = registers.caseTypes
const here = `/administracao${path}`
const everywhere = { agencyId: undefined }

export function caseTypesRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listCaseTypes(visit.db, asked), findResult(visit)])
    return html(<CaseTypesPage page={visit.page} {...{ list, asked, result }} />)
  })

  router.page(`${here}/novo`, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    return html(await entryPage(visit, undefined, { niveis: ['public', 'restricted'], nivel_sugerido: 'public' }, []))
  })

  router.act(here, { permission }, async (visit) => ((await keepsAll(visit)) ? save(visit, undefined) : notFound))

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const [type, result] = await Promise.all([typeOf(visit), findResult(visit)])
    return type ? html(await entryPage(visit, type, fieldsOfCaseType(type), [], result)) : notFound
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const type = await typeOf(visit)
    return type ? save(visit, type) : notFound
  })
}

type Type = Awaited<ReturnType<typeof findCaseType>>

async function save(visit: InnerVisit, type: Type) {
  const agencies = await listAgenciesWithin(visit.db, everywhere)
  const again = async (problems: readonly FieldProblem[]) =>
    html(await entryPage(visit, type, visit.form, problems), 422)
  const { request, problems } = readCaseType(visit.form, agencies)
  if (!request) return again(problems)
  const units = await unitsOf(visit, request)
  if ('message' in units) return again([units])
  const outcome = await saveCaseType(visit.db, type?.id, { ...request, unitIds: units.ids })
  if (!outcome.done) return again(outcome.refusals.map(explainCaseTypeRefusal))
  return goSaying(visit, `${path}/${outcome.value.id}`, request.name, type ? 'salvo.' : 'cadastrado.')
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

async function typeOf(visit: InnerVisit): Promise<Type> {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findCaseType(visit.db, id) : undefined
}

async function entryPage(
  visit: InnerVisit,
  type: Type,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const [bases, agencies] = await Promise.all([findBases(visit.db), listAgenciesWithin(visit.db, everywhere)])
  const { page, formKeys } = visit
  return <CaseTypePage {...{ page, formKeys, type, bases, agencies, fields, problems, result }} />
}
