import type { CaseRefusal } from '../../cases/index.ts'
import type { LevelRefusal } from '../level/level.rules.ts'
import type { DocumentRefusal } from '../pen.rules.ts'

/** What must be known to begin a document. */
export interface DraftFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  readonly levelRefusals: readonly LevelRefusal[]
  /** The type exists, is in use and is for documents made in the editor. */
  readonly typeIsForWriting: boolean
  /** The unit has the postal address that templates take from it (EST-006). */
  readonly unitHasAddress: boolean
  readonly unitAcronym: string
  readonly isFuture: boolean
  /** What was found where the initial text should come from. */
  readonly initialText: 'found' | 'standard-text-gone' | 'model-not-found' | readonly DocumentRefusal[]
}

/** Why a document is not begun. */
export type DraftRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | { readonly kind: 'type-unavailable' }
  | { readonly kind: 'unit-without-address'; readonly unit: string }
  | { readonly kind: 'future-date' }
  | { readonly kind: 'standard-text-gone' }
  | { readonly kind: 'model-not-found' }
  | { readonly kind: 'model'; readonly why: DocumentRefusal }

/** All the reasons against this document, the case file's first; none means it may be begun. */
export function refusalsToDraft(facts: DraftFacts): DraftRefusal[] {
  const { initialText } = facts
  return [
    ...facts.caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...(facts.typeIsForWriting ? [] : [{ kind: 'type-unavailable' } as const]),
    ...(facts.unitHasAddress ? [] : [{ kind: 'unit-without-address', unit: facts.unitAcronym } as const]),
    ...(facts.isFuture ? [{ kind: 'future-date' } as const] : []),
    ...facts.levelRefusals.map((why) => ({ kind: 'level', why }) as const),
    ...refusalsOfInitialText(initialText),
  ]
}

function refusalsOfInitialText(initialText: DraftFacts['initialText']): DraftRefusal[] {
  if (initialText === 'found') return []
  if (typeof initialText === 'string') return [{ kind: initialText }]
  return initialText.map((why) => ({ kind: 'model', why }))
}
