import { addDays, daysBetween, type LocalDate, parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { bytes, html, json, notFound, type Router, type Visit } from '../../../platform/http/index.ts'
import { listAbsences } from '../authorities/find-calendars.ts'
import { mondayOf } from '../commitments/week.ts'
import { listPublic, listPublicCalendars, listPublicPage } from './find-public.ts'
import { agendaCalendar, agendaCsv, agendaJson } from './open-data.text.ts'
import type { PublicCalendar } from './public.queries.ts'
import { PublicAgendaPage } from './public-agenda.page.tsx'
import type { PublicEntry } from './public-entry.ts'

/** What everybody may read of agendas. Nothing else than what is published is ever told. */
export function publicAgendaRoutes(router: Router): void {
  router.publicPage(
    '/agenda-publica',
    async (visit) => {
      const { db, page } = visit
      const asked = await askedOf(visit)
      const { calendars, calendar, from, until } = asked
      const number = /^[1-9]\d{0,3}$/.test(visit.query('pagina')) ? Number(visit.query('pagina')) : 1
      const [{ entries, total }, absences] = calendar
        ? await Promise.all([
            listPublicPage(db, { officeId: calendar.officeId, from, until }, number, visit.now),
            listAbsences(db, calendar.officeId, { from, until }),
          ])
        : [{ entries: [], total: 0 }, []]
      return html(
        <PublicAgendaPage {...{ page, calendars, calendar, from, until, entries, total, number, absences }} />,
      )
    },
    { perMinute: 60 },
  )

  router.publicPage(
    '/agenda-publica/dados.csv',
    async (visit) => {
      const asked = await askedOf(visit)
      if (!asked.calendar) return notFound
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="agenda.csv"',
      }
      return bytes(agendaCsv(await entriesOf(visit, asked.calendar, asked)), headers)
    },
    { perMinute: 30 },
  )

  router.publicPage(
    '/agenda-publica/dados.json',
    async (visit) => {
      const asked = await askedOf(visit)
      return asked.calendar ? json(agendaJson(await entriesOf(visit, asked.calendar, asked))) : notFound
    },
    { perMinute: 30 },
  )

  router.publicPage(
    '/agenda-publica/calendario.ics',
    async (visit) => {
      const { calendar } = await askedOf(visit)
      if (!calendar) return notFound
      const today = todayIn(visit.now)
      const entries = await entriesOf(visit, calendar, { from: addDays(today, -90), until: addDays(today, 366) })
      const host = new URL(visit.platform.publicUrl).hostname
      return bytes(agendaCalendar(`${calendar.title} – ${calendar.agency}`, entries, host), {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="agenda.ics"',
      })
    },
    { perMinute: 30 },
  )
}

interface Asked {
  readonly calendars: readonly PublicCalendar[]
  readonly calendar: PublicCalendar | undefined
  readonly from: LocalDate
  readonly until: LocalDate
}

const mostDays = 366

/** The agenda and the days that the address names; the first one, and this week, where it names none. */
async function askedOf(visit: Visit): Promise<Asked> {
  const calendars = await listPublicCalendars(visit.db)
  const office = visit.query('autoridade')
  const calendar = office === '' ? calendars[0] : calendars.find(({ officeId }) => officeId === office)
  const monday = mondayOf(todayIn(visit.now))
  const from = likely(visit.query('de')) ?? monday
  const asked = likely(visit.query('ate')) ?? addDays(from, 6)
  const until = asked < from ? from : daysBetween(from, asked) > mostDays ? addDays(from, mostDays) : asked
  return { calendars, calendar, from, until }
}

function likely(text: string): LocalDate | undefined {
  const day = parseLocalDate(text)
  return day && day > '1990-01-01' && day < '2199-01-01' ? day : undefined
}

function entriesOf(
  { db, now }: Visit,
  { officeId }: PublicCalendar,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly PublicEntry[]> {
  return listPublic(db, { officeId, from, until }, now)
}
