/** What of the daily board is in a case file, on its page. */
export { type EntryTold, entriesPanel } from './day-book/entries-panel.view.tsx'
/** Says how something that came in stands. */
export { moveEntry } from './day-book/move-entry.ts'
/** Writes down what came in, with its receipt. */
export { registerEntry } from './day-book/register-entry.ts'
export { mailroomRoutes } from './routes.tsx'
/** Sends paper out with a list. */
export { sendSlip } from './slips/send-slip.ts'
