import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { type Flash, formatDateTime } from '../../../ui/index.ts'
import { answerSheet, formatAsked } from '../looking/answer-sheet.view.tsx'
import { seesAgency, sightOf } from '../looking/reach.ts'
import { selectPublished, selectPublishedAgencies } from '../published/published.queries.ts'
import { publishedDefinition, sayDefinition } from './definition.text.ts'
import { rankAgencies } from './index.rules.ts'
import { indexSheets } from './index-sheets.rules.ts'
import { IndicesPage, type RankedAgency } from './indices.page.tsx'
import { type ClosedMonthRow, selectClosedAgencies, selectClosedMonths, selectClosedUnits } from './indices.queries.ts'
import { sayMonth } from './month.text.ts'
import { UnitsOfIndexPage, unitsSheet } from './units.page.tsx'

/** Both lists of the month or publication that the address asks for; the last closed month where it asks for none. */
export async function showIndices(visit: InnerVisit, flash?: Flash): Promise<Answer> {
  const [months, publications, sight] = await Promise.all([
    selectClosedMonths(visit.db),
    selectPublished(visit.db),
    sightOf(visit),
  ])
  const boards = [
    ...months.map(({ month }) => ({ value: month, label: capital(sayMonth(month)), group: 'Esta instalação' })),
    ...publications.map(({ id, name }) => ({ value: `p${id}`, label: name, group: 'Publicados por outras' })),
  ]
  const chosen = visit.query('quadro') || boards[0]?.value || ''
  if (chosen !== '' && !boards.some(({ value }) => value === chosen)) return notFound
  const month = months.find((one) => one.month === chosen)
  const published = publications.find(({ id }) => `p${id}` === chosen)
  const agencies: readonly RankedAgency[] = published
    ? (await selectPublishedAgencies(visit.db, published.id)).map((row) => ({
        acronym: row.acronym,
        users: row.users ?? undefined,
        bornDigital: row.bornDigital ?? undefined,
        digitized: row.digitized ?? undefined,
        impliedDocuments: row.impliedDocuments ?? undefined,
      }))
    : month
      ? (await selectClosedAgencies(visit.db, month.month)).map((row) => ({
          ...row,
          unitsHref: seesAgency(sight, visit.actor.agencyId, row.agencyId)
            ? visit.href(`/estatisticas/indices/unidades?mes=${month.month}&orgao=${row.agencyId}`)
            : undefined,
        }))
      : []
  const minimum = month?.minimumUsers ?? 0
  const [utilization, bornDigital] = [
    rankAgencies('utilization', agencies, minimum),
    rankAgencies('born-digital', agencies, minimum),
  ]
  const sheets = indexSheets(utilization, bornDigital)
  const format = formatAsked(visit)
  if (format) {
    const wanted = visit.query('tabela') === 'nato-digitais' ? 'bornDigital' : 'utilization'
    return answerSheet(
      sheets[wanted],
      format,
      `indice-${wanted === 'bornDigital' ? 'nato-digitais' : 'utilizacao'}-${chosen}`,
    )
  }
  const about = month ? ofMonth(month) : published ? ofPublication(published) : undefined
  return html(
    <IndicesPage
      page={visit.page}
      href={visit.href}
      boards={boards}
      chosen={chosen}
      board={about && { ...about, utilization, bornDigital, sheets }}
      mayKeep={sight.kind === 'installation'}
      flash={flash}
    />,
  )
}

/** The counts of one agency by unit in a closed month. */
export async function showUnitsOfIndex(visit: InnerVisit): Promise<Answer> {
  const [agencyId, typed] = [visit.query('orgao'), visit.query('mes')]
  const [months, sight] = await Promise.all([selectClosedMonths(visit.db), sightOf(visit)])
  const month = months.find((one) => one.month === typed)
  if (!month || !/^[1-9]\d{0,17}$/.test(agencyId) || !seesAgency(sight, visit.actor.agencyId, agencyId)) return notFound
  const [agencies, units] = await Promise.all([
    selectClosedAgencies(visit.db, month.month),
    selectClosedUnits(visit.db, month.month, agencyId),
  ])
  const agency = agencies.find((one) => one.agencyId === agencyId)
  if (!agency) return notFound
  const format = formatAsked(visit)
  if (format) return answerSheet(unitsSheet(units), format, `indices-por-unidade-${month.month}`)
  return html(
    <UnitsOfIndexPage
      page={visit.page}
      href={visit.href}
      month={month.month}
      monthName={sayMonth(month.month)}
      agency={agency}
      units={units}
    />,
  )
}

function ofMonth(row: ClosedMonthRow) {
  return {
    title: capital(sayMonth(row.month)),
    note: `Mês fechado em ${formatDateTime(row.closedAt)}: o que for excluído depois não o altera.`,
    definition: sayDefinition(row),
  }
}

function ofPublication({ name, source }: { readonly name: string; readonly source: string }) {
  return {
    title: name,
    note: `Números publicados por outra instalação. Fonte: ${source}.`,
    definition: publishedDefinition,
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
