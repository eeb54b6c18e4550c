import { findResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, idParam, listRequest, reachOfVisit } from '../administration/answers.view.ts'
import type { Reach } from '../administration/reach.ts'
import { listAgenciesWithin } from '../agencies/find-agencies.ts'
import { answerChanges } from '../changes/answer-changes.view.tsx'
import { explainLabel, findUnitsByLabel, unitLabels } from './find-by-label.ts'
import { findUnit, listUnits } from './find-units.ts'
import { NewUnitPage } from './new-unit.page.tsx'
import { changeUnit, openUnit } from './save-unit.ts'
import { readUnit } from './unit.form.ts'
import { UnitPage } from './unit.page.tsx'
import type { Unit } from './unit.ts'
import { fieldsOfUnit } from './unit-fields.text.ts'
import { UnitsPage } from './units.page.tsx'
import { explainUnitRefusal } from './units.text.ts'

const permission = 'organization.manage'

export function unitsRoutes(router: Router): void {
  router.page('/administracao/unidades', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const asked = listRequest(visit)
    const [list, agencies, result] = await Promise.all([
      listUnits(visit.db, reach, asked, visit.now),
      listAgenciesWithin(visit.db, reach),
      findResult(visit),
    ])
    return html(<UnitsPage page={visit.page} result={result} asked={asked} agencies={agencies} list={list} />)
  })

  router.page('/administracao/unidades/nova', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    return html(await newPage(visit, reach, { desde: todayIn(visit.now), recebe: 'sim' }, []))
  })

  router.act('/administracao/unidades', { permission }, async (visit) => {
    const reach = await reachOfVisit(visit, permission)
    const { request, problems } = readUnit(visit.form, { isNew: true })
    if (!request) return html(await newPage(visit, reach, visit.form, problems), 422)
    const agency = (await listAgenciesWithin(visit.db, reach)).find(({ id }) => id === request.agencyId)
    if (!agency) return notFound
    const parent = await parentOf(visit, { ...reach, agencyId: agency.id }, request.parentLabel)
    if ('message' in parent) return html(await newPage(visit, reach, visit.form, [parent]), 422)
    const place = { parentId: parent.id, parentLabel: request.parentLabel, from: request.from }
    const outcome = await openUnit(visit.db, visit.actor, agency, request.data, place, visit.now)
    if (!outcome.done) {
      return html(await newPage(visit, reach, visit.form, outcome.refusals.map(explainUnitRefusal)), 422)
    }
    return goSaying(visit, `/unidades/${outcome.value.id}`, `Unidade ${request.data.acronym}`, 'cadastrada.')
  })

  router.page('/administracao/unidades/:id', { permission }, async (visit) => {
    const [unit, result] = await Promise.all([unitOf(visit), findResult(visit)])
    return unit ? html(unitPage(visit, unit, fieldsOfUnit(unit), [], result)) : notFound
  })

  router.act('/administracao/unidades/:id', { permission }, async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return notFound
    const { request, problems } = readUnit(visit.form, { isNew: false })
    if (!request) return html(unitPage(visit, unit, visit.form, problems), 422)
    const outcome = await changeUnit(visit.db, visit.actor, unit, request.data, visit.now)
    if (!outcome) return notFound
    if (!outcome.done) return html(unitPage(visit, unit, visit.form, outcome.refusals.map(explainUnitRefusal)), 422)
    return goSaying(visit, `/unidades/${unit.id}`, `Unidade ${request.data.acronym}`, 'salva.')
  })

  router.page('/administracao/unidades/:id/alteracoes', { permission }, async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return notFound
    return answerChanges(
      visit,
      { register: 'unit', id: unit.id },
      {
        label: `Unidade ${unit.acronym}`,
        register: { label: 'Unidades', path: '/unidades' },
        recordPath: `/unidades/${unit.id}`,
      },
    )
  })
}

/** The unit of the address, where it is within reach. */
export async function unitOf(visit: InnerVisit): Promise<Unit | undefined> {
  const id = idParam(visit)
  return id ? findUnit(visit.db, id, await reachOfVisit(visit, permission), visit.now) : undefined
}

/** The unit above, as it was typed; no text is the top. A unit stands below one of its own agency. */
export async function parentOf(
  visit: InnerVisit,
  reach: Reach,
  label: string,
): Promise<{ readonly id: string | undefined } | FieldProblem> {
  if (label === '') {
    if (!reach.unitIds) return { id: undefined }
    return { field: 'superior', message: 'Informe a unidade superior: você administra só uma parte do órgão.' }
  }
  const [found] = await findUnitsByLabel(visit.db, [label], reach)
  if (found?.kind === 'found') return { id: found.unit.id }
  return { field: 'superior', message: (found && explainLabel(found)) ?? '' }
}

async function newPage(visit: InnerVisit, reach: Reach, fields: FormFields, problems: readonly FieldProblem[]) {
  const [agencies, labels] = await Promise.all([listAgenciesWithin(visit.db, reach), unitLabels(visit.db, reach)])
  const { page, formKeys } = visit
  return (
    <NewUnitPage
      page={page}
      formKeys={formKeys}
      agencies={agencies}
      labels={labels}
      fields={fields}
      problems={problems}
    />
  )
}

function unitPage(
  visit: InnerVisit,
  unit: Unit,
  fields: FormFields,
  problems: readonly FieldProblem[],
  result?: Awaited<ReturnType<typeof findResult>>,
) {
  return (
    <UnitPage
      page={visit.page}
      formKeys={visit.formKeys}
      unit={unit}
      fields={fields}
      problems={problems}
      result={result}
    />
  )
}
