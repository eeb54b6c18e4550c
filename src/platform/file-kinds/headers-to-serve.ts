import type { FileKind } from './file-kind.ts'
import { safeFileName } from './safe-file-name.ts'

/**
 * Headers of the answer that carries a file, so that no browser takes it for something else or lets it act. A kind that
 * is not for showing is sent as a download whatever was asked. `charset` is that of a text, when it is known.
 */
export function headersToServe(
  kind: FileKind,
  fileName: string,
  disposition: 'inline' | 'attachment',
  charset: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be' = 'utf-8',
): Record<string, string> {
  const inline = disposition === 'inline' && kind.show !== 'download'
  return {
    // A text on a page is plain text whatever it is; as a download its own type tells the reader's computer what opens it.
    'content-type': inline && kind.show === 'text' ? `text/plain; charset=${charset}` : kind.mediaTypes[0],
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', fileName),
    'x-content-type-options': 'nosniff',
    'content-security-policy': inline && kind.show === 'pdf' ? policyOfPdf : policyOfFiles,
    'cross-origin-resource-policy': 'same-origin',
  }
}

const policyOfFiles =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

/**
 * A PDF opens in the browser's own viewer, a world apart from the page. Safari shows nothing under `sandbox`, older
 * Chromium neither under it nor under `default-src 'none'`, and today's leaves both unread: they would only cost readers.
 */
const policyOfPdf = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** RFC 6266: the name in ASCII for old programs, and as it is, percent-encoded by RFC 8187, for all the others. */
function contentDisposition(type: string, fileName: string): string {
  const name = safeFileName(fileName)
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
