import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { answerSheet, formatAsked } from '../looking/answer-sheet.view.tsx'
import { readPeriod } from '../looking/period.form.ts'
import { selectCaseTypes } from '../looking/reach.queries.ts'
import { FlowPage, flowSheets } from './flow.page.tsx'
import { selectFlowArrows, selectFlowTotals, selectFlowUnits } from './flow.queries.ts'
import { drawFlow } from './flow-map.rules.ts'

/** The map of one type of case file: those that the agency opened in the period. */
export async function showFlow(visit: InnerVisit): Promise<Answer> {
  const typeId = visit.query('tipo')
  const types = await selectCaseTypes(visit.db)
  if (typeId !== '' && !types.some(({ id }) => id === typeId)) return notFound
  const { typed, period, problems } = readPeriod(visit.query('de'), visit.query('ate'), todayIn(visit.now))
  const flow =
    typeId && period
      ? await gather(visit, { agencyId: visit.actor.agencyId, typeId, period, now: visit.now })
      : undefined
  const format = formatAsked(visit)
  if (format && flow) {
    return visit.query('tabela') === 'permanencia'
      ? answerSheet(flow.stays, format, 'permanencia')
      : answerSheet(flow.ways, format, 'caminhos')
  }
  return html(
    <FlowPage
      page={visit.page}
      href={visit.href}
      types={types}
      typeId={typeId}
      typed={typed}
      problems={problems}
      address={visit.href(`/estatisticas/fluxo?tipo=${typeId}&de=${typed.de}&ate=${typed.ate}`)}
      flow={flow}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function gather(visit: InnerVisit, asked: Parameters<typeof selectFlowTotals>[1]) {
  const [totals, units, arrows] = await Promise.all([
    selectFlowTotals(visit.db, asked),
    selectFlowUnits(visit.db, asked),
    selectFlowArrows(visit.db, asked),
  ])
  return { ...totals, units, map: drawFlow(units, arrows), ...flowSheets(units, arrows) }
}
