import type { Router } from '../../platform/http/index.ts'
import { bulletinRoutes } from './bulletin/routes.tsx'
import { gazetteRoutes } from './gazette/routes.tsx'
import { listingPage } from './listing/listing.view.tsx'
import { publicationRoutes } from './publishing/routes.tsx'
import { relatedRoutes } from './related/routes.tsx'
import { vehiclesRoutes } from './vehicles/routes.tsx'

export function publishingRoutes(router: Router): void {
  bulletinRoutes(router)
  router.page('/publicacoes', { permission: 'documents.publish' }, listingPage)
  gazetteRoutes(router)
  publicationRoutes(router)
  relatedRoutes(router)
  vehiclesRoutes(router)
}
