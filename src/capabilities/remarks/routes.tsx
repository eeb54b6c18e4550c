import type { Router } from '../../platform/http/index.ts'
import { acknowledgeRoutes } from './acknowledge-routes.tsx'
import { commentRoutes } from './comment-routes.tsx'

/** Comments and declarations of knowledge, on case files and documents. */
export function remarksRoutes(router: Router): void {
  commentRoutes(router)
  acknowledgeRoutes(router)
}
