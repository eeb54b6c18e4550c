import { todayIn } from '../../../platform/calendar/index.ts'
import { html, type Router } from '../../../platform/http/index.ts'
import { groupsOf } from '../groups/keep-groups.ts'
import { DocumentsToSignPage } from './documents-to-sign.page.tsx'
import { readFilter } from './list.form.ts'
import { BundleListPage, PrintedBundlesPage } from './list.page.tsx'
import { listBundles, listDocumentsToSign, printBundles } from './list-bundles.ts'

export function listingRoutes(router: Router): void {
  const use = { permission: 'bundles.use' } as const
  router.page('/blocos', use, async (visit) => {
    const filter = readFilter(visit)
    const [list, groups] = await Promise.all([
      listBundles(visit.db, visit.actor, filter),
      groupsOf(visit.db, visit.actor),
    ])
    const today = todayIn(visit.now)
    return html(
      <BundleListPage page={visit.page} href={visit.href} filter={filter} {...list} groups={groups} today={today} />,
    )
  })

  router.page('/blocos/documentos', use, async (visit) => {
    const asked = Number(visit.query('pagina'))
    const number = Number.isInteger(asked) && asked > 0 && asked <= 200 ? asked : 1
    const unsignedOnly = visit.query('so') === 'sem-minha-assinatura'
    const documents = await listDocumentsToSign(visit.db, visit.actor, { unsignedOnly, page: number })
    return html(<DocumentsToSignPage page={visit.page} href={visit.href} {...{ documents, unsignedOnly, number }} />)
  })

  router.page('/blocos/impressao', use, async (visit) => {
    const filter = readFilter(visit)
    const bundles = await printBundles(visit.db, visit.actor, filter)
    return html(
      <PrintedBundlesPage
        page={visit.page}
        href={visit.href}
        filter={filter}
        bundles={bundles}
        total={bundles.length}
        groups={[]}
        today={todayIn(visit.now)}
      />,
    )
  })
}
