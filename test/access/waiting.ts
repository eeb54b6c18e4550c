import type { RouteKey } from './routes.ts'

/**
 * Addresses of capabilities that came after the table of surfaces: each waits for its row there. Until then their own
 * tests alone speak for them. What is new belongs into the table, so that nothing stands here.
 */
export const waiting: ReadonlySet<RouteKey> = new Set<RouteKey>([])
