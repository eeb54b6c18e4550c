export { agendaCrontab, agendaTasks } from './agenda-jobs.ts'
/** What of the agendas is about a case file, on its page. */
export { type AgendaTold, agendaPanel } from './agenda-panel.view.tsx'
/** Opens the agenda of an office. */
export { openCalendar } from './authorities/keep-calendars.ts'
/** Puts something into an agenda. */
export { bookCommitment } from './commitments/book-commitment.ts'
/** What is written to those who asked to be heard. */
export { hearingBookedMail, hearingCancelledMail, hearingTomorrowMail } from './commitments/requester-mail.text.ts'
/** Says what became of a commitment. */
export { settleCommitment } from './commitments/settle-commitment.ts'
/** Names who keeps the agenda of an office besides its holder. */
export { nameKeepers } from './keepers/name-keepers.ts'
/** Writes down that somebody asks to be heard. */
export { registerRequest } from './requests/register-request.ts'
export { agendaRoutes } from './routes.tsx'
/** Entries as a file for calendar programs. */
export { type CalendarEntry, calendarFileOf } from './showing/calendar-file.text.ts'
