import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { selectClosedAgencies, selectClosedMonths } from '../indices/indices.queries.ts'
import { sayMonth } from '../indices/month.text.ts'
import { answerSheet, formatAsked } from '../looking/answer-sheet.view.tsx'
import { selectPublishedHouses } from '../published/published.queries.ts'
import { agenciesSheet, housesSheet, monthsSheet, NumbersPage } from './numbers.page.tsx'

/** The numbers of every closed month, and of other installations beside the last one. */
export async function showNumbers(visit: InnerVisit): Promise<Answer> {
  const [closed, published] = await Promise.all([selectClosedMonths(visit.db), selectPublishedHouses(visit.db)])
  const [last] = closed
  const agencies = last ? await selectClosedAgencies(visit.db, last.month) : []
  const months = closed.map((row) => ({ ...row, name: sayMonth(row.month), month: sayMonth(row.month) }))
  const houses = [
    ...(months[0] ? [{ ...months[0], name: `Esta instalação (${months[0].month})` }] : []),
    ...published.map((row) => ({
      name: row.name,
      externalUsers: row.externalUsers ?? undefined,
      registeredUsers: row.registeredUsers ?? undefined,
      documents: row.documents ?? undefined,
      storageBytes: row.storageBytes ?? undefined,
    })),
  ]
  const byAgency = agencies.map((row) => ({ ...row, documents: row.bornDigital + row.digitized }))
  const format = formatAsked(visit)
  if (format) {
    const table = visit.query('tabela')
    if (table === 'meses') return answerSheet(monthsSheet(months), format, 'numeros-por-mes')
    if (table === 'orgaos') return answerSheet(agenciesSheet(byAgency), format, 'numeros-por-orgao')
    return answerSheet(housesSheet(houses), format, 'numeros-do-sei')
  }
  return html(
    <NumbersPage
      page={visit.page}
      href={visit.href}
      houses={houses}
      months={months}
      agencies={byAgency}
      lastMonth={months[0]?.month}
    />,
  )
}
