import { kindOfExtension } from '../../../platform/file-kinds/index.ts'
import type { Document } from '../document.ts'
import type { Linker } from './text-html.ts'

/** The file of an uploaded document, and how a page may show it. */
export interface FileToRead {
  readonly show: 'pdf' | 'image' | 'audio' | 'video' | 'text' | 'download'
  /** What people call the kind: `Documento PDF`. */
  readonly kindLabel: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly mediaType: string
  /** Shows it within a page. */
  readonly href: string
  /** Sends it as a download. */
  readonly downloadHref: string
}

/** The file of a document that may be read: undefined where it may not, and for authored ones. */
export function fileToRead(
  document: Pick<Document, 'number' | 'file' | 'readRefusals'>,
  link: Linker,
): FileToRead | undefined {
  const { file } = document
  if (!file || document.readRefusals.length > 0) return undefined
  const kind = kindOfExtension(file.extension)
  const href = link(`/documentos/${document.number}/arquivo`)
  return {
    show: kind?.show ?? 'download',
    kindLabel: kind?.label ?? 'Arquivo',
    fileName: file.fileName,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    mediaType: file.mediaType,
    href,
    downloadHref: `${href}?baixar=sim`,
  }
}
