/** Writes down what is done in a project. */
export { addActivity } from './activities/keep-activity.ts'
/** Begins a project of a unit. */
export { beginProject } from './keeping/keep-project.ts'
/** What of the projects is about a case file, on its page. */
export { type ActivityTold, projectsPanel } from './projects-panel.view.tsx'
export { projectsRoutes } from './routes.tsx'
