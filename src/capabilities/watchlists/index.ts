/** Acts on each chosen case file and tells what became of every one. */
export { actOnEach, allRefused, asProblems, tellResults } from './batch/act-on-each.view.ts'
/** The page of an act on chosen case files. */
export { ChosenFrame, type ChosenPageProps } from './batch/chosen.page.tsx'
/** The case files that a form or an address names. */
export { chosenIn, chosenOf } from './batch/chosen-case-files.form.ts'
/** Shows a page about the chosen case files, through the gate. */
export { withChosen } from './batch/with-chosen.view.tsx'
/** What this capability shows and offers on the page of a case file or document. */
export { favouriteAct, watchActs, watchedPanel } from './desk/case-part.view.tsx'
/** The rows behind them, as a part of another statement. */
export { type WatchedRow, watchedRows } from './desk/marks.queries.ts'
/** The signs beside the numbers on the desk, in one statement. */
export { type WatchMark, watchMarksOn } from './desk/marks-on-desk.ts'
/** Favourites of a person. */
export { markCaseFile, markDocument } from './favourites/mark-favourite.ts'
/** What a unit follows. */
export {
  addWatchlist,
  type FollowRefusal,
  type FollowRequest,
  followCaseFile,
  followedGroups,
} from './following/follow.ts'
/** The register of labels of a unit. */
export { addLabel, deleteLabel, type LabelRefusal, type LabelRequest } from './labels/keep-labels.ts'
/** Labels on case files. */
export { includeLabel, type LabellingRefusal, type LabellingRequest, removeLabel } from './labels/label-case-files.ts'
/** How it goes to the unit that succeeds another. */
export { watchedMovers, watchRegisterMovers } from './migration/movers.ts'
/** Notes on case files. */
export { type NoteRequest, type NoteWritten, removeNote, writeNote } from './notes/write-note.ts'
export { watchlistsRoutes } from './routes.tsx'
