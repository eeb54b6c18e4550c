import { todayIn } from '../../../platform/calendar/index.ts'
import { csvOf } from '../../../platform/csv/index.ts'
import { type Answer, bytes, html, type InnerVisit } from '../../../platform/http/index.ts'
import { daysOfMonth, readMonth } from '../listing/month.ts'
import { ReportPage } from './report.page.tsx'
import { type SectorReport, selectReport } from './report.queries.ts'
import { tellMean } from './report.text.ts'

/** What each unit sent to external gazettes in a month, and what became of it (FLX-064). */
export async function reportPage(visit: InnerVisit): Promise<Answer> {
  const month = monthOf(visit)
  const rows = await selectReport(visit.db, visit.actor, daysOfMonth(month))
  return html(<ReportPage {...{ page: visit.page, href: visit.href, month, rows }} />)
}

/** The same, for spreadsheets. */
export async function reportSheet(visit: InnerVisit): Promise<Answer> {
  const month = monthOf(visit)
  const rows = await selectReport(visit.db, visit.actor, daysOfMonth(month))
  return bytes(sheetOf(rows), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="publicacoes-${month}.csv"`,
    'cache-control': 'private, no-store',
  })
}

const monthOf = ({ query, now }: InnerVisit): string => readMonth(query('mes')) ?? todayIn(now).slice(0, 7)

function sheetOf(rows: readonly SectorReport[]): string {
  const header = [
    ...['Unidade', 'Nome', 'Iniciadas', 'Em andamento', 'Publicadas', 'Conferidas', 'Com diferenças', 'Devolvidas'],
    ...['Canceladas', 'Média de dias do envio à publicação'],
  ]
  return csvOf(
    header,
    rows.map((one) => [
      ...[one.unitAcronym, one.unitName],
      ...[one.begun, one.underWay, one.published, one.checked, one.differing, one.rejected, one.cancelled].map(String),
      tellMean(one.meanDays),
    ]),
  )
}
