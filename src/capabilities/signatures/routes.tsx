import type { Router } from '../../platform/http/index.ts'
import { authenticityRoutes } from './authenticity/routes.tsx'
import { certifyingRoutes } from './certifying/routes.tsx'
import { signingRoutes } from './signing/routes.tsx'

export function signaturesRoutes(router: Router): void {
  signingRoutes(router)
  certifyingRoutes(router)
  authenticityRoutes(router)
}
