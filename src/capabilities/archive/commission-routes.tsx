import { todayIn } from '../../platform/calendar/index.ts'
import { type FieldProblem, fieldText } from '../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../platform/http/index.ts'
import { commissionOf } from '../identity/index.ts'
import { explainLabel, findUnitsByLabel, reaches, reachOfVisit, unitLabels } from '../organization/index.ts'
import { CommissionPage } from './commission.page.tsx'
import { archiveUnitOf, setArchiveUnit } from './keeping/archive-unit.ts'

const here = '/arquivo/cpad'
const readers = ['archive.file', 'archive.appraise', 'archive.preside', 'archive.authorise', 'archive.hold'] as const

/** The commission of evaluation of the agency, and the unit that keeps its archive. */
export function commissionRoutes(router: Router): void {
  router.page(here, {}, async (visit) => {
    const maySet = await mayArrange(visit)
    if (!maySet && !readers.some((one) => visit.actor.permissions.has(one))) return notFound
    return commissionPage(visit, maySet, [])
  })

  router.act(`${here}/unidade-de-arquivo`, { permission: 'classification.manage' }, async (visit) => {
    if (!(await mayArrange(visit))) return notFound
    const { agencyId } = visit.actor
    const label = fieldText(visit.form, 'unidade').trim().slice(0, 80)
    const [found] = await findUnitsByLabel(visit.db, label ? [label] : [], { agencyId })
    if (found?.kind !== 'found') {
      const message = (found && explainLabel(found)) ?? 'Informe a unidade.'
      return commissionPage(visit, true, [{ field: 'unidade', message }])
    }
    await setArchiveUnit(visit.db, agencyId, found.unit.id, visit.actor, visit.now)
    return redirect(visit.href(here))
  })
}

async function mayArrange(visit: InnerVisit): Promise<boolean> {
  return (
    visit.actor.permissions.has('classification.manage') &&
    reaches(await reachOfVisit(visit, 'classification.manage'), visit.actor.agencyId)
  )
}

async function commissionPage(visit: InnerVisit, maySet: boolean, problems: readonly FieldProblem[]): Promise<Answer> {
  const { db, actor, page, formKeys, href } = visit
  const [members, unit, labels] = await Promise.all([
    commissionOf(db, actor.agencyId, todayIn(visit.now)),
    archiveUnitOf(db, actor.agencyId),
    maySet ? unitLabels(db, { agencyId: actor.agencyId }) : [],
  ])
  const fields = problems.length > 0 ? visit.form : { unidade: unit?.label ?? '' }
  const shown = { page, formKeys, href, members, unit: unit?.label, maySet, labels, fields, problems }
  return html(<CommissionPage {...shown} />, problems.length > 0 ? 422 : 200)
}
