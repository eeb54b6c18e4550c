import type { AccessLevel } from '../../cases/index.ts'

/** What must be known to give a document an access level. */
export interface LevelFacts {
  readonly level: AccessLevel
  /** The levels that the type of the case file allows. */
  readonly allowedByCaseType: readonly AccessLevel[]
  /** The level of the case file itself, which its documents may always have. */
  readonly caseLevel: AccessLevel
  /** The chosen legal basis: of which level, and whether it is still in use. Undefined: none was chosen, or there is none. */
  readonly legalBasis:
    | { readonly level: AccessLevel; readonly active: boolean; readonly keptAsItWas: boolean }
    | undefined
}

export type LevelRefusal =
  | { readonly kind: 'level-not-allowed' }
  | { readonly kind: 'legal-basis-missing' }
  | { readonly kind: 'legal-basis-of-another-level' }

/**
 * All the reasons against this level (PRO-068, EST-046). A level above the case file's gives its own to the whole of it
 * (PRO-064); when that is confidential, who does it gets the first credential.
 */
export function refusalsToLevel(facts: LevelFacts): LevelRefusal[] {
  const { level, legalBasis } = facts
  const allowed = facts.allowedByCaseType.includes(level) || level === facts.caseLevel
  return [
    ...(allowed ? [] : [{ kind: 'level-not-allowed' } as const]),
    ...(level === 'public' ? [] : refusalsOfBasis(level, legalBasis)),
  ]
}

function refusalsOfBasis(level: AccessLevel, basis: LevelFacts['legalBasis']): LevelRefusal[] {
  if (!basis || (!basis.active && !basis.keptAsItWas)) return [{ kind: 'legal-basis-missing' }]
  return basis.level === level ? [] : [{ kind: 'legal-basis-of-another-level' }]
}
