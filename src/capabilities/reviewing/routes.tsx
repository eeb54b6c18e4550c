import type { Router } from '../../platform/http/index.ts'
import { requestRoutes } from './requests/routes.tsx'
import { suggestingRoutes } from './suggesting/routes.tsx'
import { threadRoutes } from './threads/routes.tsx'

/** Requests for a review, comments on passages and suggested words. */
export function reviewingRoutes(router: Router): void {
  requestRoutes(router)
  threadRoutes(router)
  suggestingRoutes(router)
}
