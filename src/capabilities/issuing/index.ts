export { issuingActsOfCase, issuingActsOfDocument } from './acts-for-issuing.ts'
export { emailPanel } from './emails/email-panel.view.tsx'
export { issuingRoutes, issuingTasks } from './routes.tsx'
