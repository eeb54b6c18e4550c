import type { Router } from '../../platform/http/index.ts'
import { annexationRoutes } from './annexation/annexation-routes.tsx'
import { blockingRoutes } from './blocking/blocking-routes.tsx'
import { credentialsRoutes } from './credentials/credentials-routes.tsx'
import { dataRoutes } from './data/data-routes.tsx'
import { deletionRoutes } from './deletion/deletion-routes.tsx'
import { passwordRoutes } from './gate/password-routes.tsx'
import { levelRoutes } from './level/level-routes.tsx'
import { observationRoutes } from './observation/observation-routes.tsx'
import { openingRoutes } from './opening/opening-routes.tsx'
import { relationsRoutes } from './relations/relations-routes.tsx'
import { suspensionRoutes } from './suspension/suspension-routes.tsx'

export function casesRoutes(router: Router): void {
  openingRoutes(router)
  passwordRoutes(router)
  dataRoutes(router)
  levelRoutes(router)
  observationRoutes(router)
  relationsRoutes(router)
  suspensionRoutes(router)
  annexationRoutes(router)
  blockingRoutes(router)
  deletionRoutes(router)
  credentialsRoutes(router)
}
