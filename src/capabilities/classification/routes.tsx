import type { Router } from '../../platform/http/index.ts'
import { caseTypesRoutes } from './case-types/routes.tsx'
import { classTablesRoutes } from './class-tables/routes.tsx'
import { conferenceKindsRoutes } from './conference-kinds/routes.tsx'
import { documentTypesRoutes } from './document-types/routes.tsx'
import { formsRoutes } from './forms/routes.tsx'
import { legalBasesRoutes } from './legal-bases/routes.tsx'
import { numberingRoutes } from './numbering/routes.tsx'
import { recordClassesRoutes } from './record-classes/routes.tsx'
import { activationRoutes } from './registers/routes.tsx'
import { templatesRoutes } from './templates/routes.tsx'

export function classificationRoutes(router: Router): void {
  caseTypesRoutes(router)
  documentTypesRoutes(router)
  templatesRoutes(router)
  formsRoutes(router)
  numberingRoutes(router)
  recordClassesRoutes(router)
  classTablesRoutes(router)
  legalBasesRoutes(router)
  conferenceKindsRoutes(router)
  activationRoutes(router)
}
