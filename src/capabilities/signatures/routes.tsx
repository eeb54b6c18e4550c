import type { Router } from '../../platform/http/index.ts'
import { authenticityRoutes } from './authenticity/routes.tsx'
import { certifyingRoutes } from './certifying/routes.tsx'
import { anotherRoutes } from './signing/another/routes.tsx'
import { certificateRoutes } from './signing/certificate/routes.tsx'
import { govBrRoutes } from './signing/gov-br/routes.tsx'
import { signingRoutes } from './signing/routes.tsx'

export function signaturesRoutes(router: Router): void {
  signingRoutes(router)
  certificateRoutes(router)
  govBrRoutes(router)
  anotherRoutes(router)
  certifyingRoutes(router)
  authenticityRoutes(router)
}
