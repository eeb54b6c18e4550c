import type { Router } from '../../platform/http/index.ts'
import { keepingRoutes } from './keeping/routes.tsx'
import { logRoutes } from './log/routes.tsx'
import { lookingRoutes } from './looking/routes.tsx'
import { readersRoutes } from './readers/routes.tsx'
import { rulesRoutes } from './rules/routes.tsx'
import { subjectsRoutes } from './subjects/routes.tsx'

/** The trail, its rules and terms, the log, and who read what. */
export function auditingRoutes(router: Router): void {
  lookingRoutes(router)
  rulesRoutes(router)
  keepingRoutes(router)
  logRoutes(router)
  subjectsRoutes(router)
  readersRoutes(router)
}
