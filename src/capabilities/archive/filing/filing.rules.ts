import type { CaseState } from '../../cases/index.ts'

/** What decides whether a case file may be archived here. */
export interface FilingFacts {
  readonly state: CaseState
  readonly openUnits: number
  readonly confidential: boolean
  /** This unit, or one that it succeeds, concluded it last. */
  readonly concludedHere: boolean
  readonly hasClass: boolean
}

export type FilingRefusal =
  | {
      readonly kind:
        | 'confidential'
        | 'still-open'
        | 'concluded-elsewhere'
        | 'already-archived'
        | 'no-class'
        | 'class-unfit'
    }
  | { readonly kind: 'in-the-way'; readonly message: string }

/** All the reasons against archiving; none means it may be (PRO-044, PRO-049). */
export function refusalsToArchive(facts: FilingFacts): FilingRefusal[] {
  if (facts.state === 'archived') return [{ kind: 'already-archived' }]
  return [
    ...when(facts.confidential, 'confidential'),
    ...when(facts.openUnits > 0 || facts.state !== 'normal', 'still-open'),
    ...when(facts.openUnits === 0 && !facts.concludedHere, 'concluded-elsewhere'),
    ...when(!facts.hasClass, 'no-class'),
  ]
}

/** What decides about what is archived: bringing it back, moving it, classing it anew. */
export interface KeptFacts {
  /** This unit keeps it. */
  readonly keptHere: boolean
  /** In a listing that is still under way. */
  readonly listed: boolean
  readonly eliminated: boolean
}

export type KeptRefusal = { readonly kind: 'kept-elsewhere' | 'listed' | 'eliminated' }

/** All the reasons against unarchiving, moving or classing anew; none means it may be done. */
export function refusalsOfKept({ keptHere, listed, eliminated }: KeptFacts): KeptRefusal[] {
  if (eliminated) return [{ kind: 'eliminated' }]
  return [...(keptHere ? [] : [{ kind: 'kept-elsewhere' } as const]), ...(listed ? [{ kind: 'listed' } as const] : [])]
}

function when(holds: boolean, kind: Exclude<FilingRefusal['kind'], 'in-the-way'>): FilingRefusal[] {
  return holds ? [{ kind }] : []
}
