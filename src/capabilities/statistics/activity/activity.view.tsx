import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import type { Sheet } from '../../../platform/spreadsheet/index.ts'
import { formatDateTime } from '../../../ui/index.ts'
import { answerSheet, formatAsked } from '../looking/answer-sheet.view.tsx'
import { rowsPerPage, stretchAsked } from '../looking/pages.ts'
import { readPeriod } from '../looking/period.form.ts'
import { sightOf, unitAsked, unitsToChoose } from '../looking/reach.ts'
import { ActivityPage } from './activity.page.tsx'
import { selectActivityLines, selectActivityTotals, selectDoers } from './activity.queries.ts'
import { nameActivity } from './activity.text.ts'

/** What was done in a unit within a period, by everybody or by one person. */
export async function showActivity(visit: InnerVisit): Promise<Answer> {
  const sight = await sightOf(visit)
  const [unit, units] = await Promise.all([unitAsked(visit, sight), unitsToChoose(visit.db, sight)])
  const personId = visit.query('usuario')
  if (!unit || !/^([1-9]\d{0,17})?$/.test(personId)) return notFound
  const { typed, period, problems } = readPeriod(visit.query('de'), visit.query('ate'), todayIn(visit.now))
  const format = period && formatAsked(visit)
  const stretch = stretchAsked(visit.query('pagina'), format !== undefined)
  const asked = period && { unitId: unit.id, period, accountId: personId || undefined }
  const [totals, people, lines] = asked
    ? await Promise.all([
        selectActivityTotals(visit.db, asked),
        selectDoers(visit.db, asked),
        selectActivityLines(visit.db, asked, stretch),
      ])
    : [[], [], []]
  const totalsSheet: Sheet = {
    title: 'Totais por atividade',
    columns: ['Atividade', 'Vezes'],
    rows: totals.map(({ kind, count }) => [nameActivity(kind), count]),
  }
  const linesSheet: Sheet = {
    title: 'Atividades',
    columns: ['Quando', 'Atividade', 'Processo', 'Usuário', 'Unidade'],
    rows: lines.map((row) => [
      formatDateTime(row.at),
      nameActivity(row.kind),
      row.number ?? 'Processo restrito',
      row.person ?? 'Sistema',
      unit.acronym,
    ]),
  }
  if (format) {
    const sheet = visit.query('tabela') === 'linhas' ? linesSheet : totalsSheet
    return answerSheet(sheet, format, `atividades-${unit.acronym}`)
  }
  const address = visit.href(
    `/estatisticas/atividades?de=${typed.de}&ate=${typed.ate}&unidade=${unit.id}${personId && `&usuario=${personId}`}`,
  )
  return html(
    <ActivityPage
      page={visit.page}
      href={visit.href}
      unit={unit}
      units={units}
      people={people}
      personId={personId}
      typed={typed}
      problems={problems}
      totals={totalsSheet}
      lines={{ ...linesSheet, rows: linesSheet.rows.slice(0, rowsPerPage) }}
      links={lines.map(({ digits }) => (digits ? visit.href(`/processos/${digits}`) : undefined))}
      address={address}
      previousHref={stretch.page > 1 ? `${address}&pagina=${stretch.page - 1}` : undefined}
      nextHref={lines.length > rowsPerPage ? `${address}&pagina=${stretch.page + 1}` : undefined}
    />,
    problems.length > 0 ? 422 : 200,
  )
}
