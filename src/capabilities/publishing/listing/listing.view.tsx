import { todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { ListingPage, listValues } from './listing.page.tsx'
import { type Listed, selectListed, selectSectors } from './listing.queries.ts'
import { daysOfMonth, readMonth } from './month.ts'

const perPage = 50

/** The publications of the unit, and the monthly report of the agency. */
export async function listingPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const listed = listOf(visit.query('lista'))
  const pageNumber = Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  const month = readMonth(visit.query('mes')) ?? todayIn(now).slice(0, 7)
  const [rows, sectors] = await Promise.all([
    selectListed(db, actor, listed, { limit: perPage, offset: (pageNumber - 1) * perPage }, now),
    selectSectors(db, actor.agencyId, daysOfMonth(month), now),
  ])
  const total = rows[0]?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / perPage))
  const unit = actor.unitAcronym
  return html(<ListingPage {...{ page, href, unit, listed, rows, total, pageNumber, pageCount, sectors, month }} />)
}

function listOf(value: string): Listed {
  const found = (Object.keys(listValues) as Listed[]).find((one) => listValues[one] === value)
  return found ?? 'under-way'
}
