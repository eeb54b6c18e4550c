import type { Router } from '../../platform/http/index.ts'
import { favouritesRoutes } from './favourites/routes.tsx'
import { followingRoutes } from './following/routes.tsx'
import { labellingRoutes } from './labels/labelling-routes.tsx'
import { labelRegisterRoutes } from './labels/register-routes.tsx'
import { notesRoutes } from './notes/routes.tsx'

export function watchlistsRoutes(router: Router): void {
  notesRoutes(router)
  labelRegisterRoutes(router)
  labellingRoutes(router)
  followingRoutes(router)
  favouritesRoutes(router)
}
