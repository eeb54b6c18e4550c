import type { Router } from '../../platform/http/index.ts'
import { groupRoutes } from './groups/routes.tsx'
import { itemRoutes } from './items/routes.tsx'
import { keepingRoutes } from './keeping/routes.tsx'
import { listingRoutes } from './listing/routes.tsx'
import { moveRoutes } from './moves/routes.tsx'
import { showingRoutes } from './showing/routes.tsx'

/** Bundles of documents to be signed, of case files for a meeting, and of a unit's own. @term blocos */
export function bundlesRoutes(router: Router): void {
  listingRoutes(router)
  groupRoutes(router)
  keepingRoutes(router)
  itemRoutes(router)
  moveRoutes(router)
  showingRoutes(router)
}
