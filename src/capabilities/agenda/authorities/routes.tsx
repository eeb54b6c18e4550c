import { findResult, keepResult } from '../../../platform/act-results/index.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound, type Router, redirect } from '../../../platform/http/index.ts'
import { idParam } from '../../organization/index.ts'
import { AuthoritiesPage } from './authorities.page.tsx'
import type { OfficeOfUnit } from './calendar.ts'
import { listOffices } from './find-calendars.ts'
import { readHours } from './hours.form.ts'
import { HoursPage } from './hours.page.tsx'
import { openCalendar, usualHours } from './keep-calendars.ts'

const writing = { permission: 'cases.change' } as const

/** Which offices of the unit have an agenda, and when they receive. */
export function authoritiesRoutes(router: Router): void {
  router.page('/agenda/autoridades', {}, async (visit) => {
    const { db, actor, now, page, href } = visit
    const [offices, result] = await Promise.all([listOffices(db, actor, todayIn(now)), findResult(visit)])
    const mayChange = actor.permissions.has('cases.change')
    return html(<AuthoritiesPage {...{ page, href, offices, mayChange, result }} />)
  })

  router.page('/agenda/autoridades/:id', writing, async (visit) => {
    const office = await officeOf(visit)
    if (!office) return notFound
    const { opens, closes, slotMinutes, isPublic } = office.calendar ?? usualHours
    const fields = { abre: opens, fecha: closes, minutos: String(slotMinutes), publica: isPublic ? 'sim' : '' }
    return hoursPage(visit, office, fields)
  })

  router.act('/agenda/autoridades/:id', writing, async (visit) => {
    const office = await officeOf(visit)
    if (!office) return notFound
    const { request, problems } = readHours(visit.form)
    if (!request) return hoursPage(visit, office, visit.form, problems)
    const opened = await openCalendar(visit.db, visit.actor, { ...request, officeId: office.officeId }, visit.now)
    if (!opened) return notFound
    const items = [{ label: office.title, done: true, text: `atende das ${request.opens} às ${request.closes}.` }]
    return redirect(visit.href('/agenda/autoridades') + (await keepResult(visit, { title: 'Agenda', items })))
  })
}

async function officeOf(visit: InnerVisit): Promise<OfficeOfUnit | undefined> {
  const id = idParam(visit)
  const offices = await listOffices(visit.db, visit.actor, todayIn(visit.now))
  return offices.find(({ officeId }) => officeId === id)
}

function hoursPage(
  visit: InnerVisit,
  office: OfficeOfUnit,
  fields: FormFields,
  problems: readonly FieldProblem[] = [],
): Answer {
  const { page, formKeys, href } = visit
  return html(<HoursPage {...{ page, formKeys, href, office, fields, problems }} />, problems.length > 0 ? 422 : 200)
}
