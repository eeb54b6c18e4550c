/** Asks units to manifest themselves, and takes what they return. */
export { askSectors, takeReturn } from './ask-sectors.ts'
export { demandsCrontab, demandsTasks } from './demands-jobs.ts'
/** The demands that are in a case file, on its page. */
export { type DemandTold, demandsPanel } from './demands-panel.view.tsx'
/** What the body gives of more time, and what it is answered. */
export { answerDemand, askExtension, decideExtension } from './extend-demand.ts'
/** Writes down what an outside body demands. */
export { registerDemand } from './register-demand.ts'
export { demandsRoutes } from './routes.tsx'
/** What is written to units once a week. */
export { weeklyDemandsMail } from './weekly/weekly-mail.text.ts'
