import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, listRequest } from '../../organization/index.ts'
import { registerLegalBasis } from '../register-types.ts'
import { registers } from '../registers/registers.ts'
import { keepsAll, permission } from '../registers/routes.tsx'
import { LegalBasesPage, LegalBasisPage } from './legal-bases.page.tsx'
import { readLegalBasis, takenLegalBasis } from './legal-basis.form.ts'
import { changeLegalBasis, findLegalBasis, listLegalBases } from './save-legal-basis.ts'

const { path } = registers.legalBases
const here = `/administracao${path}`

export function legalBasesRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const asked = listRequest(visit)
    const [list, result] = await Promise.all([listLegalBases(visit.db, asked), findResult(visit)])
    return html(<LegalBasesPage page={visit.page} {...{ list, asked, result }} />)
  })

  router.page(`${here}/nova`, { permission }, async (visit) =>
    (await keepsAll(visit)) ? html(entryPage(visit, undefined, { nivel: 'restricted' }, [])) : notFound,
  )

  router.act(here, { permission }, async (visit) => {
    if (!(await keepsAll(visit))) return notFound
    const { request, problems } = readLegalBasis(visit.form)
    if (!request) return html(entryPage(visit, undefined, visit.form, problems), 422)
    const outcome = await registerLegalBasis(visit.db, request)
    if (!outcome.done) return html(entryPage(visit, undefined, visit.form, [takenLegalBasis]), 422)
    return goSaying(visit, path, request.name, 'cadastrada.')
  })

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const [basis, result] = await Promise.all([basisOf(visit), findResult(visit)])
    return basis ? html(entryPage(visit, basis, { nome: basis.name, lei: basis.law }, [], result)) : notFound
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const basis = await basisOf(visit)
    if (!basis) return notFound
    const { request, problems } = readLegalBasis(visit.form, basis.level)
    if (!request) return html(entryPage(visit, basis, visit.form, problems), 422)
    const outcome = await changeLegalBasis(visit.db, basis.id, request)
    if (!outcome.done) return html(entryPage(visit, basis, visit.form, [takenLegalBasis]), 422)
    return goSaying(visit, `${path}/${basis.id}`, request.name, 'salva.')
  })
}

async function basisOf(visit: InnerVisit) {
  const id = idParam(visit)
  return id && (await keepsAll(visit)) ? findLegalBasis(visit.db, id) : undefined
}

function entryPage(
  visit: InnerVisit,
  basis: Awaited<ReturnType<typeof basisOf>>,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  const { page, formKeys } = visit
  return <LegalBasisPage {...{ page, formKeys, basis, fields, problems, result }} />
}
