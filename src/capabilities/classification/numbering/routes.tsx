import { findResult } from '../../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { explainLabel, findUnitsByLabel, goSaying, listAgenciesWithin, unitLabels } from '../../organization/index.ts'
import type { DocumentType } from '../document-types/document-type.ts'
import { documentTypeOf } from '../document-types/routes.tsx'
import { registers } from '../registers/registers.ts'
import { permission } from '../registers/routes.tsx'
import { explainAdjust, readAdjustment, type TypedAdjustment } from './adjust-number.form.ts'
import { adjustNumber, findNumbering, scopeOf } from './adjust-number.ts'
import { NumberingPage } from './numbering.page.tsx'

const { path } = registers.documentTypes
const everywhere = { agencyId: undefined }

export function numberingRoutes(router: Router): void {
  router.page(`/administracao${path}/:id/numeracao`, { permission }, async (visit) => {
    const type = await numberedTypeOf(visit)
    return type ? html(await numberingPage(visit, type, {}, [])) : notFound
  })

  router.act(`/administracao${path}/:id/numeracao`, { permission }, async (visit) => {
    const type = await numberedTypeOf(visit)
    if (!type) return notFound
    const again = async (problems: readonly FieldProblem[]) =>
      html(await numberingPage(visit, type, visit.form, problems), 422)
    const { request, problems } = readAdjustment(visit.form, scopeOf(type.numbering))
    if (!request) return again(problems)
    const scope = await scopeIdOf(visit, type, request)
    if ('message' in scope) return again([scope])
    const outcome = await adjustNumber(visit.db, visit.actor, type, { ...request, scopeId: scope.id }, visit.now)
    if (!outcome.done) return again(outcome.refusals.map(explainAdjust))
    return goSaying(visit, `${path}/${type.id}/numeracao`, type.name, `o próximo número é ${request.next}.`)
  })
}

async function numberedTypeOf(visit: InnerVisit): Promise<DocumentType | undefined> {
  const type = await documentTypeOf(visit)
  return type && type.numbering !== 'none' ? type : undefined
}

/** Whose sequence was meant. */
async function scopeIdOf(
  visit: InnerVisit,
  { numbering }: DocumentType,
  { scope }: TypedAdjustment,
): Promise<{ readonly id: string } | FieldProblem> {
  if (scopeOf(numbering) === 'agency') {
    const agency = (await listAgenciesWithin(visit.db, everywhere)).find(({ id }) => id === scope)
    return agency ?? { field: 'orgao', message: 'Escolha o órgão.' }
  }
  const [found] = await findUnitsByLabel(visit.db, [scope], everywhere)
  if (found?.kind === 'found') return found.unit
  return { field: 'unidade', message: (found && explainLabel(found)) ?? 'Informe a unidade.' }
}

async function numberingPage(
  visit: InnerVisit,
  type: DocumentType,
  fields: FormFields,
  problems: readonly FieldProblem[],
) {
  const [numbering, agencies, labels, result] = await Promise.all([
    findNumbering(visit.db, type),
    listAgenciesWithin(visit.db, everywhere),
    unitLabels(visit.db, everywhere),
    findResult(visit),
  ])
  const { page, formKeys } = visit
  const scope = scopeOf(type.numbering)
  return (
    <NumberingPage {...{ page, formKeys, type, scope, ...numbering, agencies, labels, fields, problems, result }} />
  )
}
