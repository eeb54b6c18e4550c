import { headersToServe, kindOfExtension } from '../../../platform/file-kinds/index.ts'
import { type Answer, bytes, html, type InnerVisit } from '../../../platform/http/index.ts'
import { type Document, documentLabel } from '../document.ts'
import { isMarkedReading, markedPdf } from './mark-pdf.ts'
import { noteUnmarked } from './note-unmarked.ts'
import { UnmarkedPage } from './unmarked.page.tsx'

/**
 * The PDF that was filed in a confidential case file: a copy with the mark of who takes it; where that cannot be, a page
 * that says so; and the original as it is for who insists, after the history tells of it. Undefined: nothing of this.
 */
export async function serveMarkedFile(visit: InnerVisit, document: Document): Promise<Answer | undefined> {
  const { file } = document
  if (file?.mediaType !== 'application/pdf' || !isMarkedReading(document)) return undefined
  const made = await markedPdf(
    visit.platform,
    visit.actor,
    { document, files: visit.platform.files, sha256: file.sha256 },
    visit.now,
  )
  if ('bytes' in made) {
    const kind = kindOfExtension(file.extension)
    const disposition = visit.query('baixar') === 'sim' ? 'attachment' : 'inline'
    const headers = kind ? headersToServe(kind, file.fileName, disposition) : { 'content-type': file.mediaType }
    return bytes(made.bytes, { ...headers, 'cache-control': 'private, no-store' })
  }
  const why = made.unmarked
  if (visit.query('original') === 'sim' && why !== 'try-later' && why !== 'missing') {
    // Told before a byte leaves.
    await noteUnmarked(visit.platform.db, visit.actor, document, why, visit.now)
    return undefined
  }
  const here = visit.href(`/documentos/${document.number}`)
  return html(
    <UnmarkedPage
      page={visit.page}
      label={documentLabel(document)}
      why={why}
      originalHref={`${here}/arquivo?original=sim&baixar=sim`}
      copyHref={`${here}/pdf`}
    />,
  )
}
