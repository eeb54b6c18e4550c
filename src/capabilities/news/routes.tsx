import { html, type Router, redirect } from '../../platform/http/index.ts'
import { NewsPage } from './news.page.tsx'
import { noteRead } from './read-news.ts'
import { releases } from './releases.text.ts'

/** For everybody who works in a unit. */
export function newsRoutes(router: Router): void {
  router.page('/novidades', {}, async (visit) => {
    await noteRead(visit.db, visit.actor, visit.now)
    return html(
      <NewsPage
        page={visit.page}
        deskHref={visit.href('/mesa')}
        releases={releases}
        running={visit.platform.version}
      />,
    )
  })

  router.act('/novidades/leitura', {}, async (visit) => {
    await noteRead(visit.db, visit.actor, visit.now)
    return redirect(visit.href('/mesa'))
  })
}
