export { archiveCrontab, archiveTasks } from './archive-jobs.ts'
export { archiveActs, archivePanel } from './keeping/archive-panel.view.tsx'
export { archiveRoutes } from './routes.tsx'
