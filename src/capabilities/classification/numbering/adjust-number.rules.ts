import type { Numbering } from '../document-types/document-type.ts'

export interface AdjustFacts {
  readonly numbering: Numbering
  /** The next number that is wanted. */
  readonly next: number
  /** The last number taken as given; 0 for none. */
  readonly last: number
  /** The highest number that a document of the same sequence carries; 0 for none. */
  readonly highestUsed: number
}

export type AdjustRefusal =
  | { readonly kind: 'no-numbers' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'would-repeat'; readonly highestUsed: number }

/** All the reasons against setting the next number; none means it may be. No number is given twice (DOC-004). */
export function refusalsToAdjust({ numbering, next, last, highestUsed }: AdjustFacts): AdjustRefusal[] {
  if (numbering === 'none') return [{ kind: 'no-numbers' }]
  if (next <= highestUsed) return [{ kind: 'would-repeat', highestUsed }]
  return next === last + 1 ? [{ kind: 'unchanged' }] : []
}
