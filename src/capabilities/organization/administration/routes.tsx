import { may, type Permission } from '../../../platform/actor.ts'
import { html, notFound, type Router } from '../../../platform/http/index.ts'
import { reachOfVisit } from './answers.view.ts'
import { AdministrationHomePage } from './home.page.tsx'
import type { Reach } from './reach.ts'
import { administrationPermissions, sectionsFor } from './sections.ts'

export function administrationRoutes(router: Router): void {
  router.page('/administracao', {}, async (visit) => {
    const held = administrationPermissions.filter((permission) => may(visit.actor, permission))
    if (held.length === 0) return notFound
    const reaches = await Promise.all(
      held.map(async (permission): Promise<[Permission, Reach]> => [permission, await reachOfVisit(visit, permission)]),
    )
    return html(<AdministrationHomePage page={visit.page} sections={sectionsFor(new Map(reaches))} />)
  })
}
