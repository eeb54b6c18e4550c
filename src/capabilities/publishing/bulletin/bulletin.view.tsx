import { addDays, parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Answer, html, type Visit } from '../../../platform/http/index.ts'
import { parseQuery, prefixMarker } from '../../search/index.ts'
import { selectPublicVehicles } from '../vehicles/vehicles.queries.ts'
import { readBulletin } from './bulletin.form.ts'
import { BulletinPage, sayPublications } from './bulletin.page.tsx'
import { mostShown, selectEditionDays, selectPublished, selectTypesOffered } from './bulletin.queries.ts'

const perPage = 50
const everything = { vehicleId: undefined, typeId: undefined, unit: undefined, number: undefined, query: undefined }

/** The edition of the day asked for, else of the last day with one; or what was looked for. */
export async function bulletinPage(visit: Visit): Promise<Answer> {
  const { db, now, page } = visit
  // Somewhere in the world of the vehicles it may be a day later than in Brasília; nothing is out before its own day.
  const today = addDays(todayIn(now), 1)
  const { typed, problems, search } = readBulletin(visit.query, todayIn(now))
  const pageNumber = Math.min(mostShown / perPage, Math.max(1, Number.parseInt(visit.query('pagina'), 10) || 1))
  const stretch = { limit: perPage, offset: (pageNumber - 1) * perPage }
  const asked = parseLocalDate(visit.query('data'))
  const [vehicles, types, days] = await Promise.all([
    selectPublicVehicles(db),
    selectTypesOffered(db),
    search || problems.length > 0 ? undefined : selectEditionDays(db, asked ?? today, now),
  ])
  const day = asked ?? days?.day ?? undefined
  const words = search && search.text !== '' ? parseQuery(search.text).tsquery : undefined
  const filter = search
    ? { ...search, query: words === undefined ? undefined : { tsquery: words, prefixMarker } }
    : day && { ...everything, from: day, until: day }
  const rows = filter && problems.length === 0 ? await selectPublished(db, filter, stretch, now) : []
  const total = rows[0]?.total ?? 0
  return html(
    <BulletinPage
      {...{ page, typed, problems, vehicles, types, rows, pageNumber }}
      total={sayPublications(total, mostShown)}
      pageCount={Math.max(1, Math.ceil(Math.min(total, mostShown) / perPage))}
      edition={days && { day, before: beforeOf(days, day), after: days.after ?? undefined }}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** The last edition before the day that is shown: that day itself may have none. */
function beforeOf(days: { readonly day: string | null; readonly before: string | null }, shown: string | undefined) {
  return (days.day !== shown ? days.day : days.before) ?? undefined
}
