/** Figures of units, agencies and the installation, read from published views and from months that were frozen. */
export { closeMonths } from './indices/close-months.ts'
export { loadPublished } from './published/load-published.ts'
export type { PublishedFigures } from './published/published-figures.ts'
export { statisticsRoutes } from './routes.tsx'
export { statisticsCrontab, statisticsTasks } from './statistics-jobs.ts'
