import { qrSvg } from '../qr/index.ts'
import { documentData } from './document-data.ts'
import { EXTENSIONS, isReasonablePicture } from './image-types.ts'
import type { DocumentPdfInput, PdfImage } from './input.ts'
import { type Typst, TypstProblem } from './typst.ts'

export interface RenderedDocument {
  readonly bytes: Uint8Array
  /** Plain tagged PDF instead of PDF/A-2a, and why. */
  readonly belowArchival?: string
}

/** One authored document as PDF/A-2a, tagged, in Portuguese. */
export function renderDocument(typst: Typst, input: DocumentPdfInput): RenderedDocument {
  const { pictures, emblem, files } = gatherPictures(typst, input)
  if (input.authenticity) files['/qr.svg'] = qrSvg(input.authenticity.url)

  const missing = new Set<string>()
  const page = (standard: 'a-2a' | '1.7') => {
    const data = JSON.stringify(documentData(input, { pictures, missing, emblem }))
    return typst.pdf({
      main: { template: 'document.typ' },
      files: { ...files, '/data.json': data },
      createdAt: input.createdAt,
      standard,
    })
  }

  for (;;) {
    try {
      return { bytes: page('a-2a').bytes }
    } catch (error) {
      if (!(error instanceof TypstProblem)) throw error
      // PDF/A wants every character drawn. Those that no font has are named by their code, and the page made again.
      const found = undrawable(error.message).filter((char) => !missing.has(char))
      if (found.length === 0) return { bytes: page('1.7').bytes, belowArchival: error.message.slice(0, 500) }
      for (const char of found) missing.add(char)
    }
  }
}

/** The characters of which the engine complains; it quotes them as Rust does, `\u{1f600}` where they cannot be printed. */
export function undrawable(complaint: string): string[] {
  return [...complaint.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gsu)].flatMap(([, quoted = '']) =>
    [
      ...quoted.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    ].filter((char) => char !== '\\'),
  )
}

/** Keeps only the pictures that the engine can draw: a broken one must not cost the document. */
function gatherPictures(typst: Typst, input: DocumentPdfInput) {
  const files: Record<string, Uint8Array | string> = {}
  const pictures = new Map<string, string>()
  const drawable = (image: PdfImage, name: string): string | undefined => {
    const extension = EXTENSIONS[image.mediaType]
    if (extension === undefined || !isReasonablePicture(image.bytes)) return undefined
    const path = `/pictures/${name}.${extension}`
    const source = `#image("${path}")`
    if (typst.complaint({ main: { source }, files: { [path]: image.bytes } }) !== undefined) return undefined
    files[path] = image.bytes
    return path
  }
  for (const [index, [src, image]] of Object.entries(input.images).entries()) {
    const path = drawable(image, String(index))
    if (path !== undefined) pictures.set(src, path)
  }
  return { pictures, files, emblem: input.agency.emblem && drawable(input.agency.emblem, 'emblem') }
}
