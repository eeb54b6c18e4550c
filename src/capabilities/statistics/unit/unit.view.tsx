import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { formatDate, formatDateTime } from '../../../ui/index.ts'
import { answerSheet, formatAsked } from '../looking/answer-sheet.view.tsx'
import { daysOf } from '../looking/duration.text.ts'
import { rowsPerPage, stretchAsked } from '../looking/pages.ts'
import { readPeriod } from '../looking/period.form.ts'
import { sightOf, unitAsked, unitsToChoose } from '../looking/reach.ts'
import { ListPage } from './list.page.tsx'
import { confidentialName, isMeasure, measureNames } from './measure.text.ts'
import { UnitPage, unitSheet } from './unit.page.tsx'
import { selectUnitFigures } from './unit-figures.queries.ts'
import { type CaseLineRow, type DocumentLineRow, selectCaseLines, selectDocumentLines } from './unit-list.queries.ts'
import { unitReport } from './unit-report.rules.ts'

/** The figures of a unit: the own one, or for administrators any within reach. */
export async function showUnit(visit: InnerVisit): Promise<Answer> {
  const sight = await sightOf(visit)
  const [unit, units] = await Promise.all([unitAsked(visit, sight), unitsToChoose(visit.db, sight)])
  if (!unit) return notFound
  const { typed, period, problems } = readPeriod(visit.query('de'), visit.query('ate'), todayIn(visit.now))
  const rows = period ? await selectUnitFigures(visit.db, unit.id, period, visit.now) : []
  const report = unitReport(
    rows.map((row) => ({ ...row, typeId: row.typeId ?? undefined, name: row.typeName ?? confidentialName })),
  )
  const format = formatAsked(visit)
  if (format && period) return answerSheet(unitSheet(report), format, `estatisticas-${unit.acronym}`)
  return html(
    <UnitPage
      page={visit.page}
      href={visit.href}
      unit={unit}
      units={units}
      typed={typed}
      problems={problems}
      report={period && report}
      query={`de=${typed.de}&ate=${typed.ate}&unidade=${unit.id}`}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** The case files or documents behind one figure of a unit. */
export async function showUnitList(visit: InnerVisit): Promise<Answer> {
  const measure = visit.query('medida')
  const unit = await unitAsked(visit, await sightOf(visit))
  const { typed, period } = readPeriod(visit.query('de'), visit.query('ate'), todayIn(visit.now))
  const typeId = visit.query('tipo')
  if (!unit || !period || !isMeasure(measure) || !/^([1-9]\d{0,17})?$/.test(typeId)) return notFound
  const format = formatAsked(visit)
  const stretch = stretchAsked(visit.query('pagina'), format !== undefined)
  const asked = { unitId: unit.id, period, typeId: typeId || undefined, now: visit.now, ...stretch }
  const ofDocuments = measure === 'documentos' || measure === 'externos'
  const list = ofDocuments
    ? documentList(
        await selectDocumentLines(visit.db, measure === 'documentos' ? 'authored' : 'uploaded', {
          ...asked,
          readerUnitId: visit.actor.unitId,
        }),
        visit,
      )
    : caseList(await selectCaseLines(visit.db, measure, asked), visit)
  const title = `${measureNames[measure]}: ${unit.acronym}`
  const sheet: Sheet = { ...list, title: measureNames[measure] }
  if (format) return answerSheet(sheet, format, `${measure}-${unit.acronym}`)
  const query = `de=${typed.de}&ate=${typed.ate}&unidade=${unit.id}`
  const address = visit.href(`/estatisticas/lista?medida=${measure}${typeId && `&tipo=${typeId}`}&${query}`)
  return html(
    <ListPage
      page={visit.page}
      href={visit.href}
      tab="/estatisticas"
      title={title}
      below={measureNames[measure]}
      note={`De ${formatDate(period.from)} a ${formatDate(period.until)}. ${ofDocuments ? notesOfDocuments : notesOfCases}`}
      sheet={{ ...sheet, rows: sheet.rows.slice(0, rowsPerPage) }}
      links={list.links}
      address={address}
      backHref={visit.href(`/estatisticas?${query}`)}
      previousHref={stretch.page > 1 ? `${address}&pagina=${stretch.page - 1}` : undefined}
      nextHref={sheet.rows.length > rowsPerPage ? `${address}&pagina=${stretch.page + 1}` : undefined}
    />,
  )
}

const notesOfCases = 'Processos restritos aparecem sem o número; os sigilosos estão no total e não são listados.'
const notesOfDocuments =
  'Documentos restritos aparecem sem o número; os sigilosos e as minutas de outras unidades estão no total e não são listados.'

function caseList(rows: readonly CaseLineRow[], visit: InnerVisit) {
  return {
    columns: ['Processo', 'Tipo', 'Iniciado em', 'Ao fim do período', 'Dias na unidade'],
    rows: rows.map((row) => [
      row.number ?? 'Processo restrito',
      row.typeName,
      formatDate(row.openedAt),
      row.open ? 'aberto' : row.seconds > 0 ? 'fechado' : undefined,
      daysOf(row.seconds),
    ]),
    links: rows.map(({ digits }) => (digits ? visit.href(`/processos/${digits}`) : undefined)),
  }
}

function documentList(rows: readonly DocumentLineRow[], visit: InnerVisit) {
  return {
    columns: ['Documento', 'Tipo', 'Processo', 'Incluído em', 'Situação'],
    rows: rows.map((row) => [
      row.number ?? (row.cancelled ? 'Documento cancelado' : 'Documento restrito'),
      row.typeName,
      row.caseNumber ?? 'Processo restrito',
      formatDateTime(row.createdAt),
      row.draft ? 'minuta' : row.cancelled ? 'cancelado' : undefined,
    ]),
    links: rows.map(({ number }) => (number ? visit.href(`/documentos/${number}`) : undefined)),
  }
}
