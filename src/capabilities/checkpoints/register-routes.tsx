import { findResult } from '../../platform/act-results/index.ts'
import type { FieldProblem, FormFields } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router } from '../../platform/http/index.ts'
import { goSaying, idParam, listRequest, reachOfVisit, readForm } from '../organization/index.ts'
import { notSaved } from './checkpoints.text.ts'
import { addCheckpoint, changeCheckpoint, checkpointsOf, unitsWithPoints, unitWithin } from './keep-checkpoints.ts'
import { PointPage, PointsPage, path, UnitsOfPointsPage } from './register.page.tsx'
import type { CheckpointRow, UnitOfPointsRow } from './register.queries.ts'

const permission = 'organization.manage'
const here = `/administracao${path}`

/** The register of points, kept for each unit by the administrator who reaches it. */
export function registerRoutes(router: Router): void {
  router.page(here, { permission }, async (visit) => {
    const asked = listRequest(visit)
    const list = await unitsWithPoints(visit.db, await reachOfVisit(visit, permission), asked)
    return html(<UnitsOfPointsPage {...{ page: visit.page, asked, list }} />)
  })

  router.page(`${here}/:id`, { permission }, async (visit) => {
    const unit = await unitOf(visit)
    return unit ? pointsPage(visit, unit, {}, []) : notFound
  })

  router.act(`${here}/:id`, { permission }, async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return notFound
    const form = readForm(visit.form)
    const name = form.line('nome', { label: 'o nome do ponto', required: true, most: 100 })
    if (form.problems.length > 0) return pointsPage(visit, unit, visit.form, form.problems)
    const outcome = await addCheckpoint(visit.db, visit.actor, { unitId: unit.id, name }, visit.now)
    if (!outcome.done) return pointsPage(visit, unit, visit.form, [notSaved])
    return goSaying(visit, `${path}/${unit.id}`, name, 'cadastrado.')
  })

  router.page(`${here}/:id/pontos/:ponto`, { permission }, async (visit) => {
    const found = await pointOf(visit)
    if (!found) return notFound
    const { name, position, active } = found.point
    return pointPage(visit, found, { nome: name, ordem: String(position), em_uso: active ? 'sim' : '' }, [])
  })

  router.act(`${here}/:id/pontos/:ponto`, { permission }, async (visit) => {
    const found = await pointOf(visit)
    if (!found) return notFound
    const form = readForm(visit.form)
    const request = {
      id: found.point.id,
      name: form.line('nome', { label: 'o nome do ponto', required: true, most: 100 }),
      position: form.whole('ordem', { label: 'a ordem', required: true, most: 9999 }) ?? 0,
      active: form.flag('em_uso'),
    }
    if (form.problems.length > 0) return pointPage(visit, found, visit.form, form.problems)
    const outcome = await changeCheckpoint(visit.db, found.unit.id, request, visit.now)
    if (!outcome.done) return pointPage(visit, found, visit.form, [notSaved])
    return goSaying(visit, `${path}/${found.unit.id}`, request.name, 'salvo.')
  })
}

async function unitOf(visit: InnerVisit): Promise<UnitOfPointsRow | undefined> {
  const id = idParam(visit)
  return id ? unitWithin(visit.db, await reachOfVisit(visit, permission), id) : undefined
}

async function pointOf(visit: InnerVisit): Promise<{ unit: UnitOfPointsRow; point: CheckpointRow } | undefined> {
  const unit = await unitOf(visit)
  const points = unit ? await checkpointsOf(visit.db, unit.id) : []
  const point = points.find(({ id }) => id === visit.param('ponto'))
  return unit && point ? { unit, point } : undefined
}

async function pointsPage(
  visit: InnerVisit,
  unit: UnitOfPointsRow,
  fields: FormFields,
  problems: readonly FieldProblem[],
): Promise<Answer> {
  const [points, result] = await Promise.all([checkpointsOf(visit.db, unit.id), findResult(visit)])
  const { page, formKeys } = visit
  return html(
    <PointsPage {...{ page, formKeys, unit, points, fields, problems, result }} />,
    problems.length > 0 ? 422 : 200,
  )
}

function pointPage(
  visit: InnerVisit,
  { unit, point }: { readonly unit: UnitOfPointsRow; readonly point: CheckpointRow },
  fields: FormFields,
  problems: readonly FieldProblem[],
): Answer {
  const { page, formKeys } = visit
  return html(<PointPage {...{ page, formKeys, unit, point, fields, problems }} />, problems.length > 0 ? 422 : 200)
}
