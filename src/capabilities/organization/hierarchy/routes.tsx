import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import { goSaying, reachOfVisit } from '../administration/answers.view.ts'
import { unitLabels } from '../units/find-by-label.ts'
import { parentOf, unitOf as unitWithinReach } from '../units/routes.tsx'
import { setUnitActive } from '../units/save-unit.ts'
import type { Unit } from '../units/unit.ts'
import { type HierarchyAct, HierarchyConfirmPage } from './confirm.page.tsx'
import { readPlace } from './place-unit.form.ts'
import { PlaceUnitPage } from './place-unit.page.tsx'
import { placeUnit, removeFromHierarchy } from './place-unit.ts'
import { explainPlaceRefusal } from './placing.text.ts'

const permission = 'organization.manage'

/** Where a unit stands, and whether it is in use at all. */
export function hierarchyRoutes(router: Router): void {
  router.page('/administracao/unidades/:id/hierarquia', { permission }, async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return notFound
    const current = unit.placements[0]?.parent?.label ?? ''
    return html(await placePage(visit, unit, { superior: current, desde: todayIn(visit.now) }, []))
  })

  router.act('/administracao/unidades/:id/hierarquia', { permission }, async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return notFound
    const again = async (problems: readonly FieldProblem[]) =>
      html(await placePage(visit, unit, visit.form, problems), 422)
    const { request, problems } = readPlace(visit.form)
    if (!request) return again(problems)
    const parent = await parentOf(
      visit,
      { ...(await reachOfVisit(visit, permission)), agencyId: unit.agencyId },
      request.parentLabel,
    )
    if ('message' in parent) return again([parent])
    const place = { parentId: parent.id, parentLabel: request.parentLabel, from: request.from, until: request.until }
    const outcome = await placeUnit(visit.db, visit.actor, unit, place, visit.now)
    if (!outcome.done) return again(outcome.refusals.map(explainPlaceRefusal))
    return goSaying(visit, `/unidades/${unit.id}`, `Unidade ${unit.acronym}`, 'posição na hierarquia mudada.')
  })

  router.page('/administracao/unidades/:id/hierarquia/retirada', { permission }, async (visit) => {
    const unit = await unitOf(visit)
    return unit ? html(confirmation(visit, unit, 'hierarquia/retirada')) : notFound
  })

  router.act('/administracao/unidades/:id/hierarquia/retirada', { permission }, async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return notFound
    await removeFromHierarchy(visit.db, visit.actor, unit, visit.now)
    return goSaying(visit, `/unidades/${unit.id}`, `Unidade ${unit.acronym}`, 'retirada da hierarquia.')
  })

  for (const [noun, active] of [
    ['desativacao', false],
    ['reativacao', true],
  ] as const) {
    router.page(`/administracao/unidades/:id/${noun}`, { permission }, async (visit) => {
      const unit = await unitOf(visit)
      return unit && unit.active !== active ? html(confirmation(visit, unit, noun)) : notFound
    })
    router.act(`/administracao/unidades/:id/${noun}`, { permission }, async (visit) => {
      const unit = await unitOf(visit)
      if (!unit) return notFound
      await setUnitActive(visit.db, visit.actor, unit, active, visit.now)
      return goSaying(visit, `/unidades/${unit.id}`, `Unidade ${unit.acronym}`, active ? 'reativada.' : 'desativada.')
    })
  }
}

/** The unit of the address, but never the one at the head of a local administrator's own part: that is for who is above. */
async function unitOf(visit: InnerVisit): Promise<Unit | undefined> {
  const [unit, reach] = await Promise.all([unitWithinReach(visit), reachOfVisit(visit, permission)])
  return reach.unitIds && unit?.id === visit.actor.unitId ? undefined : unit
}

async function placePage(visit: InnerVisit, unit: Unit, fields: FormFields, problems: readonly FieldProblem[]) {
  const reach = await reachOfVisit(visit, permission)
  const labels = await unitLabels(visit.db, { ...reach, agencyId: unit.agencyId })
  const { page, formKeys } = visit
  return (
    <PlaceUnitPage page={page} formKeys={formKeys} unit={unit} labels={labels} fields={fields} problems={problems} />
  )
}

function confirmation(visit: InnerVisit, unit: Unit, act: HierarchyAct) {
  return <HierarchyConfirmPage page={visit.page} formKeys={visit.formKeys} unit={unit} act={act} />
}
