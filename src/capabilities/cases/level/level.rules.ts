import type { AccessLevel } from '../access.rules.ts'

/** What must be known to give a case file a level of access. */
export interface LevelFacts {
  readonly level: AccessLevel
  /** What its type allows; undefined where the type is unknown, which is refused elsewhere. */
  readonly allowedLevels: readonly AccessLevel[] | undefined
  /** The legal basis that was chosen; undefined: none, or there is none of this id. */
  readonly basis: { readonly level: AccessLevel; readonly offered: boolean } | undefined
}

export type LevelRefusal =
  | { readonly kind: 'level-not-allowed'; readonly level: AccessLevel; readonly allowed: readonly AccessLevel[] }
  | { readonly kind: 'legal-basis-missing'; readonly level: AccessLevel }
  | { readonly kind: 'legal-basis-of-another-level'; readonly level: AccessLevel }
  | { readonly kind: 'legal-basis-not-offered' }

/** All the reasons against the level: PRO-020 (allowed by the type), PRO-030 and EST-046 (an active basis of the level). */
export function refusalsOfLevel({ level, allowedLevels, basis }: LevelFacts): LevelRefusal[] {
  const refusals: LevelRefusal[] = []
  if (allowedLevels && !allowedLevels.includes(level)) {
    refusals.push({ kind: 'level-not-allowed', level, allowed: allowedLevels })
  }
  if (level === 'public') return refusals
  if (!basis) refusals.push({ kind: 'legal-basis-missing', level })
  else if (basis.level !== level) refusals.push({ kind: 'legal-basis-of-another-level', level })
  else if (!basis.offered) refusals.push({ kind: 'legal-basis-not-offered' })
  return refusals
}
