import type { Document } from '../documents/index.ts'
import { type Conversion, conversionOf, type Omission, omissionOf } from './conversion.rules.ts'

/** What a copy is made of. */
export type CopyKind = 'pdf' | 'zip'

/** At most so many documents in one copy (DOC-092). */
export const mostDocuments = 2000
/** Waiting or being made, of one person. */
export const mostWaiting = 5
/** What a ZIP without extensions can hold is 4 GiB; the rest is for its own words. */
export const mostZipBytes = 3.5 * 1024 ** 3

/** A document of the tree as it stands in a copy. */
export interface CopyItem<Doc> {
  readonly document: Doc
  /** In the tree, from 1. */
  readonly place: number
  /** What becomes of it; `closed`: nothing of it but type and number may be told. */
  readonly state: { readonly closed: Omission } | { readonly open: Conversion }
}

type Chosen = Pick<Document, 'id' | 'kind' | 'file' | 'readRefusals'>

/**
 * The documents of a copy in the order of the tree: those that were chosen and may be read, and all those that may not
 * be, each with its reason. Who chose a few does not hear of the others.
 */
export function contentsOf<Doc extends Chosen>(tree: readonly Doc[], chosen: ReadonlySet<string>): CopyItem<Doc>[] {
  return tree.flatMap((document, index): CopyItem<Doc>[] => {
    const place = index + 1
    const closed = omissionOf(document.readRefusals)
    if (closed) return [{ document, place, state: { closed } }]
    return chosen.has(document.id) ? [{ document, place, state: { open: conversionOf(document) } }] : []
  })
}

/** Why a document cannot be in a PDF; undefined where it can. In a ZIP everything that may be read has its place. */
export function whyNotInPdf(document: Pick<Document, 'kind' | 'file'>): Omission | undefined {
  const conversion = conversionOf(document)
  return conversion.by === 'nothing' ? conversion.reason : undefined
}

/** What a drawn document of two pages weighs. */
const drawnBytes = 60 * 1024

/** About how much a copy of these will weigh. */
export function estimate(documents: readonly Pick<Document, 'kind' | 'file'>[], kind: CopyKind): number {
  const inCopy = kind === 'zip' ? documents : documents.filter((document) => whyNotInPdf(document) === undefined)
  return inCopy.reduce((sum, { file }) => sum + (file?.sizeBytes ?? drawnBytes), 0)
}
