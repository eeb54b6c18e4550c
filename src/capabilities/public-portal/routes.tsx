import { html, type Router } from '../../platform/http/index.ts'
import { publicCaseRoutes } from './case-file/routes.tsx'
import { consultingRoutes } from './consulting/routes.tsx'
import { publicDocumentRoutes } from './document/routes.tsx'
import { AccessibilityPage } from './guidance/accessibility.page.tsx'
import { HelpPage } from './guidance/help.page.tsx'
import { HomePage } from './home/home.page.tsx'
import { publicSettings } from './settings/public-settings.ts'

export function publicPortalRoutes(router: Router): void {
  router.publicPage('/', async (visit) => {
    const { open } = await publicSettings(visit.db)
    return html(<HomePage page={visit.page} open={open} />)
  })
  router.publicPage('/acessibilidade', async (visit) => html(<AccessibilityPage page={visit.page} />))
  router.publicPage('/ajuda', async (visit) => html(<HelpPage page={visit.page} />))
  consultingRoutes(router)
  publicCaseRoutes(router)
  publicDocumentRoutes(router)
}
