import type { Router } from '../../platform/http/index.ts'
import { lookingRoutes } from './looking/routes.tsx'
import { readersRoutes } from './readers/routes.tsx'
import { rulesRoutes } from './rules/routes.tsx'

/** The trail and its rules, and who read what. */
export function auditingRoutes(router: Router): void {
  lookingRoutes(router)
  rulesRoutes(router)
  readersRoutes(router)
}
