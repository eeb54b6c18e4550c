import { addDays, localDate, todayIn } from '../../../platform/calendar/index.ts'
import { bytes, html, type InnerVisit, type Router } from '../../../platform/http/index.ts'
import { type CalendarEntry, calendarFileOf } from '../../agenda/index.ts'
import { nameOf } from '../demands.page.tsx'
import { CalendarPage } from './calendar.page.tsx'
import { type DueDay, dueDays } from './due-days.ts'

/** Demands by the day on which they are due, as a page and for calendar programs. */
export function calendarRoutes(router: Router): void {
  router.page('/demandas/calendario', {}, async (visit) => {
    const { db, actor, now, page, href } = visit
    const month = monthAsked(visit)
    const from = localDate(`${month}-01`)
    const [before, after] = [addDays(from, -1).slice(0, 7), addDays(from, 31).slice(0, 7)]
    const until = addDays(localDate(`${after}-01`), -1)
    const days = await dueDays(db, actor, { from, until }, now)
    return html(<CalendarPage {...{ page, href, month, before, after, days }} />)
  })

  router.page('/demandas/calendario.ics', {}, async (visit) => {
    const { db, actor, now, platform } = visit
    const today = todayIn(now)
    const days = await dueDays(db, actor, { from: addDays(today, -365), until: addDays(today, 730) }, now)
    const host = new URL(platform.publicUrl).hostname
    const file = calendarFileOf(
      `Demandas externas – ${actor.unitAcronym}`,
      days.map((one) => entryOf(one, visit, host)),
    )
    return bytes(Buffer.from(file), {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="demandas.ics"',
    })
  })
}

function monthAsked({ query, now }: InnerVisit): string {
  const asked = query('mes')
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(asked) ? asked : todayIn(now).slice(0, 7)
}

function entryOf({ on, demand, askedBy }: DueDay, { href, platform, now }: InnerVisit, host: string): CalendarEntry {
  const noon = new Date(`${on}T12:00:00-03:00`)
  return {
    uid: `demanda-${demand.id}${askedBy ? `-consulta` : ''}@${host}`,
    // Grows when the day moves, which it does only to later.
    sequence: Math.floor(noon.getTime() / 86_400_000) - 7300,
    ...{ from: noon, to: noon, onDay: on, changedAt: now },
    summary: askedBy ? `Manifestação para ${askedBy}: ${nameOf(demand)}` : `Vence: ${nameOf(demand)}`,
    description: demand.isTold ? `${demand.subject}\n${platform.publicUrl}${href(`/demandas/${demand.id}`)}` : '',
    ...{ place: '', isCancelled: false },
  }
}
