import type { Router } from '../../platform/http/index.ts'
import { administrationRoutes } from './administration/routes.tsx'
import { followingRoutes } from './following/routes.tsx'
import { listingRoutes } from './listing/routes.tsx'

/** Plans of work: what is to be done in a case file, step by step, and how far it is. @term plano de trabalho */
export function workPlansRoutes(router: Router): void {
  administrationRoutes(router)
  followingRoutes(router)
  listingRoutes(router)
}
