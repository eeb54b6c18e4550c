/** Chooses the cards of one person in one unit, and their order; undefined goes back to the usual. */
export { chooseCards } from './choose-cards.ts'
export { controlPanelRoutes } from './routes.tsx'
