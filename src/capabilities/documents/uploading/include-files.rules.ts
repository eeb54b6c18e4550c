import type { CaseRefusal } from '../../cases/index.ts'
import type { LevelRefusal } from '../level/level.rules.ts'

/** What must be known to include files as documents. */
export interface IncludeFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  readonly levelRefusals: readonly LevelRefusal[]
  /** The type exists, is in use and is for documents that come as files. */
  readonly typeIsForFiles: boolean
  readonly isFuture: boolean
  readonly origin: 'born-digital' | 'digitized'
  /** The chosen kind of conference is in use. */
  readonly conferenceKindIsKnown: boolean
  readonly files: number
  /** A number of the document itself was given. */
  readonly isNumbered: boolean
}

export type IncludeRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'level'; readonly why: LevelRefusal }
  | {
      readonly kind:
        | 'type-unavailable'
        | 'future-date'
        | 'conference-missing'
        | 'no-files'
        | 'too-many-files'
        | 'one-number-for-many'
    }

/** How many files one sending may include. */
export const mostFilesAtOnce = 50

/** All the reasons against including them; none means they may go in. */
export function refusalsToInclude(facts: IncludeFacts): IncludeRefusal[] {
  const when = (holds: boolean, refusal: IncludeRefusal) => (holds ? [refusal] : [])
  return [
    ...facts.caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...when(!facts.typeIsForFiles, { kind: 'type-unavailable' }),
    ...when(facts.isFuture, { kind: 'future-date' }),
    // DOC-041: what was scanned says against what it was checked.
    ...when(facts.origin === 'digitized' && !facts.conferenceKindIsKnown, { kind: 'conference-missing' }),
    ...facts.levelRefusals.map((why) => ({ kind: 'level', why }) as const),
    ...when(facts.files === 0, { kind: 'no-files' }),
    ...when(facts.files > mostFilesAtOnce, { kind: 'too-many-files' }),
    ...when(facts.isNumbered && facts.files > 1, { kind: 'one-number-for-many' }),
  ]
}
