import type { Router } from '../../platform/http/index.ts'
import { administrationRoutes } from './administration/routes.tsx'
import { agenciesRoutes } from './agencies/routes.tsx'
import { hierarchyRoutes } from './hierarchy/routes.tsx'
import { holidaysRoutes } from './holidays/routes.tsx'
import { settingsRoutes } from './settings/routes.tsx'
import { unitsRoutes } from './units/routes.tsx'

export function organizationRoutes(router: Router): void {
  administrationRoutes(router)
  agenciesRoutes(router)
  unitsRoutes(router)
  hierarchyRoutes(router)
  holidaysRoutes(router)
  settingsRoutes(router)
}
