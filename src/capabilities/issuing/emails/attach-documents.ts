import type { Database } from '../../../platform/db/index.ts'
import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Document, documentLabel } from '../../documents/index.ts'
import { documentPdf } from '../../output/index.ts'

/** What goes with an e-mail: bytes in the store, and from which document. */
export interface Attachment {
  readonly fileName: string
  readonly mediaType: string
  readonly extension: string
  readonly sha256: string
  readonly sizeBytes: number
  /** Id of the document; undefined: a file sent along. */
  readonly sourceId?: string
}

/** Whether a document may go out: read here, in force, signed or a file, and not itself an e-mail's copy of itself. */
export function isAttachable(document: Document): boolean {
  return document.readRefusals.length === 0 && document.state === 'active' && !document.isDraft
}

/**
 * The documents as they go out: texts as signed PDFs, files as they came. A PDF is copied to where nothing is ever
 * deleted: what was sent stays provable. Answers the labels of those that could not be made, too.
 */
export async function attachDocuments(
  platform: Platform,
  db: Database,
  documents: readonly Document[],
): Promise<{ attachments: Attachment[]; unfit: string[] }> {
  const attachments: Attachment[] = []
  const unfit: string[] = []
  for (const document of documents) {
    const made = isAttachable(document) ? await attach(platform, db, document) : undefined
    if (made) attachments.push(made)
    else unfit.push(documentLabel(document))
  }
  return { attachments, unfit }
}

async function attach(platform: Platform, db: Database, document: Document): Promise<Attachment | undefined> {
  const { file, id } = document
  if (file) {
    const mediaType = kindOfExtension(file.extension)?.mediaTypes[0] ?? file.mediaType
    const { fileName, extension, sha256, sizeBytes } = file
    return { fileName, extension, sha256, sizeBytes, mediaType, sourceId: id }
  }
  const pdf = await documentPdf(platform, db, document)
  if (!pdf.done) return undefined
  const source = await pdf.value.files.open(pdf.value.sha256)
  if (!source) return undefined
  const kept = await platform.files.put(source, { limitBytes: pdf.value.sizeBytes })
  if (!kept.done) return undefined
  return {
    ...kept.value,
    fileName: pdf.value.fileName,
    extension: 'pdf',
    mediaType: 'application/pdf',
    sourceId: id,
  }
}
