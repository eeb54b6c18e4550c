import { bytes, html, type InnerVisit, notFound, type Router } from '../../../platform/http/index.ts'
import {
  type Document,
  documentLabel,
  documentMissing,
  findDocument,
  isMarkedReading,
  markedPdf,
  noteOpened,
} from '../../documents/index.ts'
import { noteMadePdf } from '../../printing-report/index.ts'
import { serveMadeFile } from '../serve-made-file.ts'
import { explainDocumentPdf } from './document-pdf.text.ts'
import { type DocumentPdf, type DocumentPdfRefusal, documentPdf } from './document-pdf.ts'
import { NoPdfPage } from './no-pdf.page.tsx'

/** No permission is asked: a document that may be read may be read on paper too. */
export function printingRoutes(router: Router): void {
  router.page('/documentos/:numero/pdf', {}, async (visit) => {
    const number = visit.param('numero')
    const document = await findDocument(visit.db, visit.actor, number, 'reading', visit.now)
    if (!document) return documentMissing(visit)
    if (document.readRefusals.length > 0) return notFound
    const outcome = await documentPdf(visit.platform, visit.db, document)
    if (!outcome.done) return html(noPdf(visit, document, outcome.refusals), 409)
    const isSecret = isMarkedReading(document)
    const answer = isSecret
      ? await serveMarked(visit, document, outcome.value)
      : await serveMadeFile(outcome.value, { download: visit.query('baixar') === 'sim', range: '' })
    if (!answer) return isSecret ? html(noPdf(visit, document, [{ kind: 'try-later' }]), 409) : notFound
    await noteOpened(visit.db, visit.actor, document, visit.now)
    await noteMadePdf(visit.db, visit.actor, document.id, visit.now)
    return answer
  })
}

async function serveMarked(visit: InnerVisit, document: Document, file: DocumentPdf) {
  const { files, sha256 } = file
  const marked = await markedPdf(visit.platform, visit.actor, { document, files, sha256, evenSigned: true }, visit.now)
  if ('unmarked' in marked) return undefined
  const name = file.fileName.replace(/[^\w.-]/g, '_')
  return bytes(marked.bytes, {
    'content-type': 'application/pdf',
    'content-disposition': `${visit.query('baixar') === 'sim' ? 'attachment' : 'inline'}; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
}

function noPdf(visit: InnerVisit, document: Document, refusals: readonly DocumentPdfRefusal[]) {
  const { caseFile, number, file } = document
  const documentHref = visit.href(`/documentos/${number}`)
  return (
    <NoPdfPage
      page={visit.page}
      title="PDF do documento"
      breadcrumb={[
        { label: 'Mesa', href: visit.href('/mesa') },
        { label: `Processo ${caseFile.number}`, href: visit.href(`/processos/${caseFile.digits}`) },
        { label: documentLabel(document), href: documentHref },
        { label: 'PDF' },
      ]}
      reasons={refusals.map(explainDocumentPdf)}
      documentHref={documentHref}
      fileHref={file && `${documentHref}/arquivo?baixar=sim`}
    />
  )
}
