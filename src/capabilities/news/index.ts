export { NewsNotice } from './news.page.tsx'
export { isNewsTo, newestRelease } from './read-news.ts'
export type { Release } from './releases.text.ts'
export { newsRoutes } from './routes.tsx'
