import type { Router } from '../../platform/http/index.ts'
import { closingRoutes } from './closing/routes.tsx'
import { dayBookRoutes } from './day-book/routes.tsx'
import { expeditionRoutes } from './expedition/routes.tsx'
import { lettersRoutes } from './letters/routes.tsx'
import { slipsRoutes } from './slips/routes.tsx'

/** What comes and goes on paper: the daily board with its receipts, slips, letters by post. @term protocolo */
export function mailroomRoutes(router: Router): void {
  closingRoutes(router)
  dayBookRoutes(router)
  slipsRoutes(router)
  lettersRoutes(router)
  expeditionRoutes(router)
}
