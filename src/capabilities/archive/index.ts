/** Archiving, holding and listing by commands, as the pages do it. */

export { archiveCrontab, archiveTasks } from './archive-jobs.ts'
export { makeListing, workOnListing } from './eliminating/work-on-listing.ts'
export { archiveCaseFile } from './filing/archive-case-file.ts'
export { archiveActs, archivePanel } from './keeping/archive-panel.view.tsx'
export { keepCaseFile } from './keeping/keep-case-file.ts'
export { archiveRoutes } from './routes.tsx'
