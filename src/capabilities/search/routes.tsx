import type { Router } from '../../platform/http/index.ts'
import { findingRoutes } from './finding/routes.tsx'
import { savingRoutes } from './saving/routes.tsx'

export function searchRoutes(router: Router): void {
  findingRoutes(router)
  savingRoutes(router)
}
