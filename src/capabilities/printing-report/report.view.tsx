import { findResult } from '../../platform/act-results/index.ts'
import type { FieldProblem } from '../../platform/form-fields.ts'
import { type Answer, bytes, html, type InnerVisit } from '../../platform/http/index.ts'
import { writeSheet } from '../../platform/spreadsheet/index.ts'
import { listAgenciesWithin } from '../organization/index.ts'
import { selectBadLines, selectByMonth, selectByPrinter, selectByUnit, selectImports } from './printing.queries.ts'
import { type Printed, ReportPage } from './report.page.tsx'

/** The report of the own agency for a month, or one table of it as a file. */
export async function showReport(visit: InnerVisit, problems: readonly FieldProblem[]): Promise<Answer> {
  const { agencyId } = visit.actor
  const [months, imports, agencies, result] = await Promise.all([
    selectByMonth(visit.db, agencyId),
    selectImports(visit.db, agencyId),
    listAgenciesWithin(visit.db, { agencyId }),
    findResult(visit),
  ])
  const month = months.find(({ name }) => name === visit.query('mes'))?.name ?? months[0]?.name ?? ''
  const [printers, units, bad] = month
    ? await Promise.all([
        selectByPrinter(visit.db, agencyId, month),
        selectByUnit(visit.db, agencyId, month),
        imports[0] ? selectBadLines(visit.db, imports[0].id) : [],
      ])
    : [[], [], imports[0] ? await selectBadLines(visit.db, imports[0].id) : []]
  if (visit.query('formato') === 'csv') {
    const table = visit.query('tabela')
    const rows = table === 'meses' ? months : table === 'impressoras' ? printers : units
    const { body, headers } = writeSheet(sheetOf(rows), 'csv', `impressao-${month}`)
    return bytes(body, headers)
  }
  return html(
    <ReportPage
      page={visit.page}
      formKeys={visit.formKeys}
      href={visit.href}
      agency={agencies[0]?.acronym ?? ''}
      month={month}
      months={months}
      printers={printers}
      units={units}
      imports={imports}
      bad={bad}
      problems={problems}
      result={result}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function sheetOf(rows: readonly Printed[]) {
  return {
    title: 'Relatório de impressão',
    columns: ['Nome', 'Impressões', 'Páginas', 'Folhas', 'Documento certo', 'Provável', 'Sem documento'],
    rows: rows.map((row) => [row.name, row.jobs, row.pages, row.sheets, row.exact, row.probable, row.none]),
  }
}
