import { type CopyKind, mostDocuments, mostWaiting, mostZipBytes } from '../copy-contents.rules.ts'

/** Why a copy was not asked for. */
export type AskRefusal =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'nothing-readable' }
  | { readonly kind: 'nothing-convertible' }
  | { readonly kind: 'too-many-documents'; readonly chosen: number }
  | { readonly kind: 'too-large'; readonly sizeBytes: number }
  | { readonly kind: 'too-many-waiting' }

export interface AskFacts {
  readonly copyKind: CopyKind
  /** How many were ticked, and how many of these may be read. */
  readonly chosen: number
  readonly readable: number
  /** How many of these can become pages. */
  readonly convertible: number
  readonly sizeBytes: number
  /** Copies of this person that are not yet made. */
  readonly waiting: number
}

/** All the reasons against asking for a copy. */
export function refusalsToAsk(facts: AskFacts): AskRefusal[] {
  const refusals: AskRefusal[] = []
  if (facts.waiting >= mostWaiting) refusals.push({ kind: 'too-many-waiting' })
  if (facts.chosen === 0) return [...refusals, { kind: 'nothing-chosen' }]
  if (facts.readable === 0) return [...refusals, { kind: 'nothing-readable' }]
  if (facts.readable > mostDocuments) refusals.push({ kind: 'too-many-documents', chosen: facts.readable })
  if (facts.copyKind === 'pdf' && facts.convertible === 0) refusals.push({ kind: 'nothing-convertible' })
  if (facts.copyKind === 'zip' && facts.sizeBytes > mostZipBytes) {
    refusals.push({ kind: 'too-large', sizeBytes: facts.sizeBytes })
  }
  return refusals
}
