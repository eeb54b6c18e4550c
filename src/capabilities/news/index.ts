export { NewsNotice } from './news.page.tsx'
export { newsFor } from './read-news.ts'
export type { Release } from './releases.text.ts'
export { newsRoutes } from './routes.tsx'
