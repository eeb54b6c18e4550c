import type { Router } from '../../platform/http/index.ts'
import { binRoutes } from './bin/routes.tsx'
import { draftingRoutes } from './drafting/routes.tsx'
import { documentDuplicatingRoutes } from './duplicating/document-routes.tsx'
import { duplicatingRoutes } from './duplicating/routes.tsx'
import { editingRoutes } from './editing/routes.tsx'
import { formsRoutes } from './forms/routes.tsx'
import { keepingRoutes } from './keeping/routes.tsx'
import { modelsRoutes } from './models/routes.tsx'
import { movingRoutes } from './moving/routes.tsx'
import { readingRoutes } from './reading/routes.ts'
import { redactingRoutes } from './redacting/routes.tsx'
import { secrecyRoutes } from './secrecy/routes.tsx'
import { signingCredentialsRoutes } from './signing-credentials/routes.tsx'
import { stripingRoutes } from './striping/routes.tsx'
import { uploadingRoutes } from './uploading/routes.tsx'
import { versionsRoutes } from './versions/routes.tsx'

/** Everything done with documents, but reading one on a page, which the workbench does, and signing. */
export function documentsRoutes(router: Router): void {
  draftingRoutes(router)
  redactingRoutes(router)
  stripingRoutes(router)
  secrecyRoutes(router)
  editingRoutes(router)
  formsRoutes(router)
  modelsRoutes(router)
  versionsRoutes(router)
  uploadingRoutes(router)
  readingRoutes(router)
  keepingRoutes(router)
  movingRoutes(router)
  binRoutes(router)
  duplicatingRoutes(router)
  documentDuplicatingRoutes(router)
  signingCredentialsRoutes(router)
}
