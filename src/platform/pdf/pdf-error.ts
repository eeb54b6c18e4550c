export type PdfErrorKind = 'busy' | 'timeout' | 'crashed' | 'closed' | 'failed'

/**
 * Why a PDF was not made: too many wait (`busy`), it took too long (`timeout`), the engine fell (`crashed`), the engine
 * was closed (`closed`), or it refused what it was given (`failed`, a bug). After the first three a retry makes sense.
 */
export class PdfError extends Error {
  override readonly name = 'PdfError'
  readonly kind: PdfErrorKind

  constructor(kind: PdfErrorKind, message: string) {
    super(message)
    this.kind = kind
  }
}
