import type { AccessLevel, CaseRefusal } from '../../cases/index.ts'
import type { DraftRefusal } from '../drafting/draft-document.rules.ts'
import type { LevelRefusal } from '../level/level.rules.ts'

export type DuplicateDocumentRefusal =
  | { readonly kind: 'target-refuses'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | { readonly kind: 'draft'; readonly why: DraftRefusal }
  /**
   * `cancelled`, `is-email`: there is nothing to begin from. `leaves-confidential`: the case file of the original is
   * confidential and the other one is not.
   */
  | { readonly kind: 'target-not-found' | 'cancelled' | 'is-email' | 'leaves-confidential' }

export interface DuplicateDocumentFacts {
  readonly cancelled: boolean
  readonly isEmail: boolean
  /** Undefined: there is no such case file, or it is not for this actor. */
  readonly target:
    | {
        readonly isTheSame: boolean
        readonly level: AccessLevel
        readonly refusals: readonly CaseRefusal[]
        readonly levelRefusals: readonly LevelRefusal[]
      }
    | undefined
  /** The level that governs the case file of the original. */
  readonly sourceLevel: AccessLevel
}

/** All the reasons against one more document like this one; none means it is made. */
export function refusalsToDuplicate(facts: DuplicateDocumentFacts): DuplicateDocumentRefusal[] {
  const when = (holds: boolean, refusal: DuplicateDocumentRefusal) => (holds ? [refusal] : [])
  const own = [...when(facts.cancelled, { kind: 'cancelled' }), ...when(facts.isEmail, { kind: 'is-email' })]
  const { target, sourceLevel } = facts
  if (!target) return [...own, { kind: 'target-not-found' }]
  const leaves = !target.isTheSame && sourceLevel === 'confidential' && target.level !== 'confidential'
  return [
    ...own,
    ...target.refusals.map((why) => ({ kind: 'target-refuses', why }) as const),
    ...target.levelRefusals.map((why) => ({ kind: 'level', why }) as const),
    ...when(leaves, { kind: 'leaves-confidential' }),
  ]
}

/** The access that a document has, and what the copy gets. */
export interface Protection {
  readonly level: AccessLevel
  readonly legalBasisId: string | null
}

const order: readonly AccessLevel[] = ['public', 'restricted', 'confidential']

/**
 * What the copy gets: in the same case file what the original has; in another one no less than the case file gave it
 * that it came from, which protected it until now.
 */
export function protectionOfCopy(document: Protection, source: Protection, isTheSame: boolean): Protection {
  if (isTheSame || order.indexOf(document.level) >= order.indexOf(source.level)) return document
  return source
}
