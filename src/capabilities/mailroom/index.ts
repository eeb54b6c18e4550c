/** Writes the document by which the post is asked for AR that do not come back. */
export { chargeLetters } from './charging/charge-letters.ts'
/** Closes the daily board of today: its page is kept as it stands. */
export { closeDay } from './closing/close-day.ts'
/** What of the daily board is in a case file, on its page. */
export { type EntryTold, entriesPanel } from './day-book/entries-panel.view.tsx'
/** Says how something that came in stands. */
export { moveEntry } from './day-book/move-entry.ts'
/** Writes down what came in, with its receipt. */
export { registerEntry } from './day-book/register-entry.ts'
/** Says how letters of an agency go to a place. */
export { saveRule } from './expedition/keep-rules.ts'
/** Puts what waits on a posting list, says that it was posted, and takes back what returns. */
export { makeList, postLetters } from './expedition/make-list.ts'
export { takeReturn } from './expedition/take-return.ts'
/** Asks for the posting of a signed document. */
export { askLetter } from './letters/ask-letter.ts'
/** Beside a document: its posting. */
export { letterActs } from './letters/letters.view.tsx'
export { mailroomRoutes } from './routes.tsx'
/** Sends paper out with a list. */
export { sendSlip } from './slips/send-slip.ts'
