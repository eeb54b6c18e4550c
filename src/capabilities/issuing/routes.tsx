import type { Router } from '../../platform/http/index.ts'
import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { batchRoutes } from './batches/routes.tsx'
import { runBatch, runBatchTask } from './batches/run-batch.ts'
import { circularRoutes } from './circulars/routes.tsx'
import { emailRoutes } from './emails/routes.tsx'

/** What leaves the house, and what is made in numbers: e-mails, circulars, documents of a list. @term expedição */
export function issuingRoutes(router: Router): void {
  emailRoutes(router)
  circularRoutes(router)
  batchRoutes(router)
}

/** The documents of a list are made by a job. */
export function issuingTasks(platform: Platform): Tasks {
  return { [runBatchTask]: (payload) => runBatch(platform, payload) }
}
