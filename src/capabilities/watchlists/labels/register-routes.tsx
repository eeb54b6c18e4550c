import { meaningOf } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import { addLabel, changeLabel, deleteLabel, findLabel, labelsOfUnit } from './keep-labels.ts'
import { type LabelTyped, newLabel, readLabel } from './label.form.ts'
import { LabelPage, LabelsPage } from './labels.page.tsx'
import type { LabelRow } from './labels.queries.ts'
import { explainLabel } from './labels.text.ts'

const options = { permission: 'cases.change' } as const

export function labelRegisterRoutes(router: Router): void {
  router.page('/marcadores', options, async (visit) => {
    const labels = await labelsOfUnit(visit.db, visit.actor)
    const text = meaningOf(flashes, visit.query('feito'))
    const flash = text ? ({ kind: 'success', text } as const) : undefined
    const { page, href } = visit
    return html(<LabelsPage {...{ page, href, labels, flash }} unit={visit.actor.unitAcronym} />)
  })

  router.page('/marcadores/novo', options, async (visit) => labelPage(visit, undefined, newLabel, []))

  router.act('/marcadores', options, async (visit) => {
    const { typed, request, problems } = readLabel(visit.form)
    if (!request) return labelPage(visit, undefined, typed, problems)
    const outcome = await addLabel(visit.db, visit.actor, request, visit.now)
    if (outcome.done) return redirect(visit.href('/marcadores?feito=criado'))
    return labelPage(visit, undefined, typed, outcome.refusals.map(explainLabel))
  })

  router.page('/marcadores/:id', options, async (visit) => {
    const label = await labelOf(visit)
    return label ? labelPage(visit, label, label, []) : notFound
  })

  router.act('/marcadores/:id', options, async (visit) => {
    const label = await labelOf(visit)
    if (!label) return notFound
    const { typed, request, problems } = readLabel(visit.form)
    if (!request) return labelPage(visit, label, typed, problems)
    const outcome = await changeLabel(visit.db, visit.actor, { ...request, id: label.id }, visit.now)
    if (!outcome) return notFound
    if (outcome.done) return redirect(visit.href('/marcadores?feito=alterado'))
    return labelPage(visit, label, typed, outcome.refusals.map(explainLabel))
  })

  router.act('/marcadores/:id/exclusao', options, async (visit) => {
    const label = await labelOf(visit)
    const outcome = label && (await deleteLabel(visit.db, visit.actor, label.id))
    if (!label || !outcome) return notFound
    if (outcome.done) return redirect(visit.href('/marcadores?feito=excluido'))
    return labelPage(visit, label, label, outcome.refusals.map(explainLabel))
  })
}

const flashes: Readonly<Record<string, string | undefined>> = {
  criado: 'Marcador criado.',
  alterado: 'Marcador alterado.',
  excluido: 'Marcador excluído.',
}

async function labelOf(visit: InnerVisit): Promise<LabelRow | undefined> {
  const id = idParam(visit)
  return id ? findLabel(visit.db, visit.actor, id) : undefined
}

function labelPage(
  visit: InnerVisit,
  label: LabelRow | undefined,
  typed: LabelTyped,
  problems: readonly { field: string; message: string }[],
): Answer {
  const { page, formKeys, href } = visit
  return html(<LabelPage {...{ page, formKeys, href, label, typed, problems }} />, problems.length > 0 ? 422 : 200)
}
