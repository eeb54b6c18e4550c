import { notFound, type Router } from '../../../platform/http/index.ts'
import { findDocument } from '../find-document.ts'
import { serveMarkedFile } from '../marking/serve-marked.view.tsx'
import { documentMissing } from '../missing-routes.tsx'
import { noteOpened } from '../pen/note-opened.ts'
import { serveFile } from './serve-file.ts'
import { imageByDigest, imageOfDocument } from './serve-image.ts'

export function readingRoutes(router: Router): void {
  handRangeOver(router)

  router.page('/documentos/:numero/arquivo', {}, async (visit) => {
    const document = await findDocument(visit.db, visit.actor, visit.param('numero'), 'reading', visit.now)
    if (!document?.file || document.readRefusals.length > 0) return documentMissing(visit)
    const marked = await serveMarkedFile(visit, document)
    if (marked) {
      if (marked.kind !== 'html') await noteOpened(visit.db, visit.actor, document, visit.now)
      return marked
    }
    const answer = await serveFile(visit.platform.files, document.file, {
      disposition: visit.query('baixar') === 'sim' ? 'attachment' : 'inline',
      range: visit.query(rangeQuery),
    })
    if (!answer) {
      visit.platform.log.error({ sha256: document.file.sha256, document: document.number }, 'a stored file is missing')
      return documentMissing(visit)
    }
    await noteOpened(visit.db, visit.actor, document, visit.now)
    return answer
  })

  router.page('/documentos/:numero/imagens/:sha256', {}, async (visit) => {
    const image = { number: visit.param('numero'), sha256: visit.param('sha256') }
    return (
      (await imageOfDocument(visit.db, visit.platform.files, visit.actor, image, visit.now)) ?? documentMissing(visit)
    )
  })

  router.publicPage('/arquivos/:sha256', async (visit) => {
    const { accountId, sessionHash } = visit
    if (!accountId) return notFound
    const reader = { accountId, sessionHash }
    return (await imageByDigest(visit.db, visit.platform.files, reader, visit.param('sha256'), visit.now)) ?? notFound
  })
}

const rangeQuery = 'faixa'

/** A visit carries no headers: the one that players need travels as a query, on the addresses of files alone. */
function handRangeOver({ server }: Router): void {
  server.addHook('onRequest', async (request) => {
    const { range } = request.headers
    if (range && request.url.includes('/arquivo')) (request.query as Record<string, string>)[rangeQuery] = range
  })
}
