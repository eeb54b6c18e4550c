import { addDays, localDate, parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type InnerVisit } from '../../../platform/http/index.ts'
import { ListingPage, listValues } from './listing.page.tsx'
import { type Listed, selectListed, selectSectors } from './listing.queries.ts'

const perPage = 50

/** The publications of the unit, and the monthly report of the agency. */
export async function listingPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const listed = listOf(visit.query('lista'))
  const pageNumber = Math.min(1000, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  const month = monthOf(visit.query('mes')) ?? todayIn(now).slice(0, 7)
  const [rows, sectors] = await Promise.all([
    selectListed(db, actor, listed, { limit: perPage, offset: (pageNumber - 1) * perPage }, now),
    selectSectors(db, actor.agencyId, daysOf(month), now),
  ])
  const total = rows[0]?.total ?? 0
  const pageCount = Math.max(1, Math.ceil(total / perPage))
  const unit = actor.unitAcronym
  return html(<ListingPage {...{ page, href, unit, listed, rows, total, pageNumber, pageCount, sectors, month }} />)
}

function listOf(value: string): Listed {
  return value === listValues.published ? 'published' : value === listValues.ended ? 'ended' : 'under-way'
}

function monthOf(value: string): string | undefined {
  return parseLocalDate(`${value}-01`) ? value : undefined
}

function daysOf(month: string) {
  const from = localDate(`${month}-01`)
  const next = localDate(`${addDays(from, 31).slice(0, 7)}-01`)
  return { from, until: addDays(next, -1) }
}
