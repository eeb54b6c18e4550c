import type { Router } from '../../platform/http/index.ts'
import { authoritiesRoutes } from './authorities/routes.tsx'
import { commitmentsRoutes } from './commitments/routes.tsx'
import { keepersRoutes } from './keepers/routes.tsx'
import { requestsRoutes } from './requests/routes.tsx'
import { publicAgendaRoutes } from './showing/routes.tsx'

/** Agendas of authorities: requests to be heard, commitments, and what everybody may read of them. @term agenda */
export function agendaRoutes(router: Router): void {
  authoritiesRoutes(router)
  keepersRoutes(router)
  requestsRoutes(router)
  commitmentsRoutes(router)
  publicAgendaRoutes(router)
}
