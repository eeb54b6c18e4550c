export { registerImportCrontab, registerImportTasks } from './import-jobs.ts'
export { registerImportRoutes } from './routes.tsx'
