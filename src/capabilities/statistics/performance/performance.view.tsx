import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { formatDate } from '../../../ui/index.ts'
import { answerSheet, formatAsked } from '../looking/answer-sheet.view.tsx'
import { daysOf } from '../looking/duration.text.ts'
import { rowsPerPage, stretchAsked } from '../looking/pages.ts'
import { readPeriod } from '../looking/period.form.ts'
import { selectCaseTypes } from '../looking/reach.queries.ts'
import { unitAsked } from '../looking/reach.ts'
import { confidentialName } from '../unit/measure.text.ts'
import { PerformancePage, performanceSheet, TargetPage, targetSheet } from './performance.page.tsx'
import { selectFinished, selectTypeTimes, selectUnitTimes } from './performance.queries.ts'
import { TypePage } from './type.page.tsx'

const usualTargetDays = 7

/** Concluded case files of the agency by type. */
export async function showPerformance(visit: InnerVisit): Promise<Answer> {
  const { props, format } = await gather(visit, usualTargetDays)
  if (format) return answerSheet(performanceSheet(props.types), format, 'desempenho')
  return html(<PerformancePage {...props} />, props.problems.length > 0 ? 422 : 200)
}

/** The same against the target. */
export async function showTarget(visit: InnerVisit): Promise<Answer> {
  const typed = visit.query('dias')
  const isNumber = /^[1-9]\d{0,2}$/.test(typed)
  const targetDays = isNumber ? Number(typed) : usualTargetDays
  const wrong = typed !== '' && !isNumber
  const { props, format } = await gather(visit, targetDays)
  const problems = [
    ...props.problems,
    ...(wrong ? [{ field: 'dias', message: 'Informe a meta em dias, de 1 a 999.' }] : []),
  ]
  if (format) return answerSheet(targetSheet(props.types, targetDays), format, 'meta')
  return html(
    <TargetPage
      {...props}
      problems={problems}
      targetDays={targetDays}
      typedTarget={wrong ? typed.slice(0, 10) : String(targetDays)}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** One type: how long its case files stayed in each unit, and which they are. */
export async function showType(visit: InnerVisit): Promise<Answer> {
  const { typed, period } = readPeriod(visit.query('de'), visit.query('ate'), todayIn(visit.now))
  const types = await selectCaseTypes(visit.db)
  const type = types.find(({ id }) => id === visit.query('tipo'))
  if (!type || !period) return notFound
  const format = formatAsked(visit)
  const stretch = stretchAsked(visit.query('pagina'), format !== undefined)
  const asked = { agencyId: visit.actor.agencyId, period, typeId: type.id }
  const [units, rows] = await Promise.all([selectUnitTimes(visit.db, asked), selectFinished(visit.db, asked, stretch)])
  const sheet: Sheet = {
    title: type.name,
    columns: ['Processo', 'Aberto em', 'Concluído em', 'Dias'],
    rows: rows.map((row) => [
      row.number ?? 'Processo restrito',
      formatDate(row.openedAt),
      formatDate(row.concludedAt),
      daysOf(row.seconds),
    ]),
  }
  if (format) return answerSheet(sheet, format, 'processos-concluidos')
  const query = `de=${typed.de}&ate=${typed.ate}`
  const address = visit.href(`/estatisticas/desempenho/tipo?tipo=${type.id}&${query}`)
  return html(
    <TypePage
      page={visit.page}
      href={visit.href}
      tab="/estatisticas/desempenho"
      title={type.name}
      below={type.name}
      units={units}
      note="Processos concluídos no período, do mais demorado ao mais breve. Os restritos aparecem sem o número; os sigilosos não são listados."
      sheet={{ ...sheet, rows: sheet.rows.slice(0, rowsPerPage) }}
      numeric={[3]}
      links={rows.map(({ digits }) => (digits ? visit.href(`/processos/${digits}`) : undefined))}
      address={address}
      backHref={visit.href(`/estatisticas/desempenho?${query}`)}
      previousHref={stretch.page > 1 ? `${address}&pagina=${stretch.page - 1}` : undefined}
      nextHref={rows.length > rowsPerPage ? `${address}&pagina=${stretch.page + 1}` : undefined}
    />,
  )
}

async function gather(visit: InnerVisit, targetDays: number) {
  const { typed, period, problems } = readPeriod(visit.query('de'), visit.query('ate'), todayIn(visit.now))
  const asked = period && { agencyId: visit.actor.agencyId, period }
  const [rows, unit] = await Promise.all([
    asked ? selectTypeTimes(visit.db, asked, targetDays) : [],
    unitAsked({ ...visit, query: () => '' }, { kind: 'unit', reach: undefined }),
  ])
  const types = rows.map((row) => ({
    ...row,
    typeId: row.typeId ?? undefined,
    name: row.typeName ?? confidentialName,
  }))
  const props = {
    page: visit.page,
    href: visit.href,
    agencyName: unit?.agencyAcronym ?? '',
    typed,
    problems,
    query: `de=${typed.de}&ate=${typed.ate}`,
    types,
  }
  return { props, format: period && formatAsked(visit) }
}
