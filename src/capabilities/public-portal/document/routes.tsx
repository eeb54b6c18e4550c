import { html, notFound, type Router } from '../../../platform/http/index.ts'
import { publicSettings } from '../settings/public-settings.ts'
import { findPublicDocument, publicFile, publicImage } from './find-public-document.ts'
import { PublicDocumentPage } from './public-document.page.tsx'

const path = '/consulta/documentos/:numero'

export function publicDocumentRoutes(router: Router): void {
  router.publicPage(
    path,
    async (visit) => {
      const settings = await publicSettings(visit.db)
      const { publicUrl } = visit.platform
      const document = await findPublicDocument(visit.db, settings, visit.param('numero'), publicUrl)
      if (!document) return notFound
      return html(<PublicDocumentPage page={visit.page} document={document} contentFrom={settings.contentFrom} />)
    },
    { perMinute: 120 },
  )

  router.publicPage(
    `${path}/arquivo`,
    async (visit) => {
      const settings = await publicSettings(visit.db)
      const asked = {
        number: visit.param('numero'),
        disposition: visit.query('baixar') === 'sim' ? ('attachment' as const) : ('inline' as const),
        // Handed over as a query by the addresses of files: a visit carries no headers.
        range: visit.query('faixa'),
      }
      return (await publicFile(visit.db, visit.platform.files, settings, asked)) ?? notFound
    },
    { perMinute: 60 },
  )

  // A text may show many images, and each asks for itself.
  router.publicPage(
    `${path}/imagens/:sha256`,
    async (visit) => {
      const settings = await publicSettings(visit.db)
      const asked = { number: visit.param('numero'), sha256: visit.param('sha256') }
      return (await publicImage(visit.db, visit.platform.files, settings, asked)) ?? notFound
    },
    { perMinute: 300 },
  )
}
