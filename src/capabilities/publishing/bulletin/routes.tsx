import { bytes, html, notFound, type Router } from '../../../platform/http/index.ts'
import { bulletinPage } from './bulletin.view.tsx'
import { feedOf } from './feed.text.ts'
import { findPublished, publishedImage } from './find-published.ts'
import { lastPublished } from './last-published.ts'
import { PublishedDocumentPage } from './published-document.page.tsx'

/** The bulletin for everybody: editions, search, documents, feed. Nothing else than what is out is ever told. */
export function bulletinRoutes(router: Router): void {
  router.publicPage('/boletim', (visit) => bulletinPage(visit), { perMinute: 60 })

  router.publicPage(
    '/boletim/documentos/:numero',
    async (visit) => {
      const document = await findPublished(visit.db, visit.param('numero'), visit.platform.publicUrl, visit.now)
      return document ? html(<PublishedDocumentPage page={visit.page} document={document} />) : notFound
    },
    { perMinute: 120 },
  )

  router.publicPage(
    '/boletim/documentos/:numero/imagens/:sha256',
    async (visit) => {
      const asked = { number: visit.param('numero'), sha256: visit.param('sha256') }
      return (await publishedImage(visit.db, visit.platform.files, asked, visit.now)) ?? notFound
    },
    { perMinute: 300 },
  )

  router.publicPage(
    '/boletim/atom',
    async (visit) => {
      const rows = await lastPublished(visit.db, visit.now)
      const feed = feedOf(rows, visit.platform.publicUrl, visit.page.installationName, visit.now)
      return bytes(feed, { 'content-type': 'application/atom+xml; charset=utf-8' })
    },
    { perMinute: 60 },
  )
}
