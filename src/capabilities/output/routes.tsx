import type { Router } from '../../platform/http/index.ts'
import { copyingRoutes } from './copying/routes.tsx'
import { printingRoutes } from './printing/routes.tsx'

/** PDFs of documents; copies of case files as PDF or ZIP. */
export function outputRoutes(router: Router): void {
  printingRoutes(router)
  copyingRoutes(router)
}
