export { issuingActsOfCase, issuingActsOfDocument } from './acts-for-issuing.ts'
export { emailPanel } from './emails/email-panel.view.tsx'
export { eraseEmails } from './emails/erase-emails.queries.ts'
export { issuingRoutes, issuingTasks } from './routes.tsx'
