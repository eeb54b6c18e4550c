import type { Router } from '../../platform/http/index.ts'
import { dayBookRoutes } from './day-book/routes.tsx'
import { slipsRoutes } from './slips/routes.tsx'

/** What comes and goes on paper: the daily board with its receipts, slips. @term protocolo */
export function mailroomRoutes(router: Router): void {
  dayBookRoutes(router)
  slipsRoutes(router)
}
