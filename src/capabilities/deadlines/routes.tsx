import type { Router } from '../../platform/http/index.ts'
import { batchRoutes } from './keeping/batch-routes.tsx'
import { keepingRoutes } from './keeping/keeping-routes.tsx'
import { listingRoutes } from './listing/listing-routes.tsx'
import { remindersRoutes } from './reminders/reminders-routes.tsx'

/** The deadlines of a unit: the list with its calendar, each deadline, many at once, and their reminders. */
export function deadlinesRoutes(router: Router): void {
  listingRoutes(router)
  keepingRoutes(router)
  batchRoutes(router)
  remindersRoutes(router)
}
