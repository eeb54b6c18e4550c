import type { Router } from '../../platform/http/index.ts'
import { activitiesRoutes } from './activities/routes.tsx'
import { keepingRoutes } from './keeping/routes.tsx'

/** Projects of units: what is done in them, by whom, until when, and the picture of it. @term projeto */
export function projectsRoutes(router: Router): void {
  keepingRoutes(router)
  activitiesRoutes(router)
}
