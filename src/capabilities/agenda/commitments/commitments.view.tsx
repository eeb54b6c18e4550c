import { findResult } from '../../../platform/act-results/index.ts'
import { addDays, parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { FieldProblem, FormFields } from '../../../platform/form-fields.ts'
import { type Answer, html, type InnerVisit, notFound } from '../../../platform/http/index.ts'
import { formatTime } from '../../../ui/index.ts'
import type { Calendar } from '../authorities/calendar.ts'
import { listAbsences, listCalendars } from '../authorities/find-calendars.ts'
import { countOpen } from '../requests/requests.queries.ts'
import { type Shown, trailOf } from '../showing/trail.text.ts'
import { CommitmentPage } from './commitment.page.tsx'
import { freeSlots, isTight } from './commitment.rules.ts'
import { type CommitmentRow, selectBetween, selectVersions } from './commitments.queries.ts'
import { FreeTimes } from './free-times.page.tsx'
import { SheetPage } from './sheet.page.tsx'
import { clockOfMinutes, instantAt, minutesOf } from './wall-clock.ts'
import { NoAgendaPage, WeekPage } from './week.page.tsx'
import { mondayOf } from './week.ts'

/** The week of the authority that the address names; of the first one, and this week, where it names none. */
export async function weekPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const today = todayIn(now)
  const monday = mondayOf(dayAsked(visit) ?? today)
  const mayChange = actor.permissions.has('cases.change')
  const calendars = await listCalendars(db, actor, today)
  const calendar = chosen(visit, calendars)
  if (!calendar) return visit.query('autoridade') ? notFound : html(<NoAgendaPage {...{ page, href, mayChange }} />)
  const span = { from: instantAt(monday, '00:00'), to: instantAt(addDays(monday, 7), '00:00') }
  const [rows, absences, waiting] = await Promise.all([
    selectBetween(db, actor, { officeId: calendar.officeId, ...span, today }, now),
    listAbsences(db, calendar.officeId, { from: monday, until: addDays(monday, 6) }),
    countOpen(db, actor),
  ])
  return html(<WeekPage {...{ page, href, calendars, calendar, monday, today, rows, absences, waiting, mayChange }} />)
}

/** One day of an authority, to be printed. */
export async function sheetPage(visit: InnerVisit): Promise<Answer> {
  const { db, actor, now, page, href } = visit
  const day = dayAsked(visit) ?? todayIn(now)
  const calendar = chosen(visit, await listCalendars(db, actor, day))
  if (!calendar) return notFound
  const span = { from: instantAt(day, '00:00'), to: instantAt(addDays(day, 1), '00:00') }
  const rows = await selectBetween(db, actor, { officeId: calendar.officeId, ...span, today: todayIn(now) }, now)
  return html(<SheetPage {...{ page, href, calendar, day, rows }} />)
}

export async function commitmentPage(
  visit: InnerVisit,
  commitment: CommitmentRow,
  typed?: FormFields,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { db, actor, now, page, formKeys, href } = visit
  const { officeId, from, to } = commitment
  const near = { from: new Date(from.getTime() - 3_600_000), to: new Date(to.getTime() + 3_600_000) }
  const [calendars, versions, around, result] = await Promise.all([
    listCalendars(db, actor, todayIn(from)),
    selectVersions(db, commitment.id),
    selectBetween(db, actor, { officeId, ...near, today: todayIn(now) }, now),
    findResult(visit),
  ])
  const calendar = calendars.find((one) => one.officeId === officeId)
  const mayChange = actor.permissions.has('cases.change') && commitment.state !== 'cancelled'
  const isOpen = commitment.state === 'confirmed' || commitment.state === 'rescheduled'
  const present = { encaminhamentos: commitment.outcome, processo: commitment.caseNumber ?? '' }
  const form = mayChange
    ? { fields: typed ?? { ...present, situacao: isOpen ? '' : commitment.state }, problems }
    : undefined
  const told = versions.map(({ sequence, at, shown }) => ({ sequence, at, shown: shown as Shown }))
  // Who keeps the agenda reads all words; the others none of a state that was reserved.
  const changes = trailOf(
    commitment.keepsReserved
      ? told.map((version) => ({ ...version, shown: { ...version.shown, isReserved: false } }))
      : told,
    true,
  )
  const steps = versions
    .map(({ sequence, at, person }, place) => ({ sequence, at, person, changes: changes[place - 1]?.changes ?? [] }))
    .reverse()
  const differs = isOpen && to > now && calendar?.attendant != null && calendar.attendant !== commitment.attendant
  const shown = (
    <CommitmentPage
      {...{ page, formKeys, href, commitment, steps, form, result }}
      tight={around.filter((one) => one.id !== commitment.id && one.state !== 'cancelled' && isTight(commitment, one))}
      answersNow={differs ? (calendar?.attendant ?? undefined) : undefined}
      isPublicAgenda={calendar?.isPublic ?? false}
    />
  )
  return html(shown, problems.length > 0 ? 422 : 200)
}

/** What stands above the form of a new commitment: who answers on the day, and the free times of it. */
export async function freeTimes(visit: InnerVisit, calendar: Calendar, day: string, requestId: string) {
  const { db, actor, now, href } = visit
  const span = { from: instantAt(day, '00:00'), to: instantAt(day, '23:59') }
  const rows = await selectBetween(db, actor, { officeId: calendar.officeId, ...span, today: todayIn(now) }, now)
  const taken = rows
    .filter(({ state }) => state !== 'cancelled')
    .map(({ from, to }) => ({ from: minutesOf(formatTime(from)), to: minutesOf(formatTime(to)) }))
  const hours = {
    opens: minutesOf(calendar.opens),
    closes: minutesOf(calendar.closes),
    slotMinutes: calendar.slotMinutes,
  }
  const slots = freeSlots(hours, taken).map(({ from, to }) => ({ from: clockOfMinutes(from), to: clockOfMinutes(to) }))
  const hrefOf = (slot: { from: string; to: string }) =>
    href(
      `/agenda/novo?${new URLSearchParams({
        autoridade: calendar.officeId,
        dia: day,
        inicio: slot.from,
        fim: slot.to,
        ...(requestId ? { pedido: requestId } : {}),
      })}`,
    )
  return <FreeTimes {...{ calendar, day, slots, hrefOf }} />
}

function chosen(visit: InnerVisit, calendars: readonly Calendar[]): Calendar | undefined {
  const asked = visit.query('autoridade')
  return asked ? calendars.find(({ officeId }) => officeId === asked) : calendars[0]
}

export function dayAsked(visit: InnerVisit) {
  const day = parseLocalDate(visit.query('dia'))
  return day && day > '1990-01-01' && day < '2199-01-01' ? day : undefined
}
