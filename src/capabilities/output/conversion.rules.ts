import type { ReadRefusal } from '../cases/index.ts'
import type { Document } from '../documents/index.ts'

/** Why a document, or its content, is not in a copy. The words of the PDF engine, which draws its last sheet with them. */
export type Omission =
  | 'audio'
  | 'video'
  | 'archive'
  | 'cancelled'
  | 'draft-of-another-unit'
  | 'no-access'
  | 'unsupported'
  | 'damaged'
  | 'missing'
  | 'encrypted'
  | 'too-large'

/** How the content of a document becomes pages: drawn from its text, as the PDF it is, from a picture, or not at all. */
export type Conversion =
  | { readonly by: 'drawing' | 'pdf' | 'picture' }
  | { readonly by: 'nothing'; readonly reason: Extract<Omission, 'audio' | 'video' | 'archive' | 'unsupported'> }

/** The kinds of picture that the PDF engine draws. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** What becomes of a document in a PDF. Whether it may be read at all is asked before. */
export function conversionOf({ kind, file }: Pick<Document, 'kind' | 'file'>): Conversion {
  if (kind === 'authored') return { by: 'drawing' }
  const type = file?.mediaType ?? ''
  if (type === 'application/pdf') return { by: 'pdf' }
  if (pictures.has(type)) return { by: 'picture' }
  if (type.startsWith('audio/')) return { by: 'nothing', reason: 'audio' }
  if (type.startsWith('video/')) return { by: 'nothing', reason: 'video' }
  return { by: 'nothing', reason: type === 'application/zip' ? 'archive' : 'unsupported' }
}

/** The one reason that a copy gives where a document may not be read: the most telling to people who see its tree. */
export function omissionOf(refusals: readonly ReadRefusal[]): Omission | undefined {
  if (refusals.length === 0) return undefined
  const kinds = new Set(refusals.map(({ kind }) => kind))
  if (kinds.has('eliminated')) return 'missing'
  if (kinds.has('cancelled')) return 'cancelled'
  return kinds.has('draft-of-another-unit') ? 'draft-of-another-unit' : 'no-access'
}
