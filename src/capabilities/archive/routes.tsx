import type { Router } from '../../platform/http/index.ts'
import { commissionRoutes } from './commission-routes.tsx'
import { listingRoutes } from './eliminating/listing-routes.tsx'
import { filingRoutes } from './filing/filing-routes.tsx'
import { keepingRoutes } from './keeping/keeping-routes.tsx'

/** Archiving, keeping, evaluating and eliminating case files. @term arquivo */
export function archiveRoutes(router: Router): void {
  filingRoutes(router)
  keepingRoutes(router)
  commissionRoutes(router)
  listingRoutes(router)
}
