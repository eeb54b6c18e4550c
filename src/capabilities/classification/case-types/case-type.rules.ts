export type Level = 'public' | 'restricted' | 'confidential'
export const levels: readonly Level[] = ['public', 'restricted', 'confidential']

export interface CaseTypeFacts {
  readonly allowedLevels: readonly Level[]
  readonly suggestedLevel: Level
  /** The basis chosen; undefined where none was. */
  readonly basis: { readonly level: Level; readonly active: boolean } | undefined
  readonly classes: readonly { readonly code: string; readonly structural: boolean; readonly active: boolean }[]
  readonly unknownClasses: readonly string[]
}

export type CaseTypeRefusal =
  | { readonly kind: 'no-level' }
  | { readonly kind: 'suggested-not-allowed' }
  | { readonly kind: 'basis-of-another-level' }
  | { readonly kind: 'basis-out-of-use' }
  | { readonly kind: 'no-class' }
  | { readonly kind: 'unknown-class'; readonly code: string }
  | { readonly kind: 'structural-class'; readonly code: string }
  | { readonly kind: 'class-out-of-use'; readonly code: string }

/** All that is wrong with a case type, its levels first (PRO-020); none means it may be kept. */
export function refusalsOfCaseType(facts: CaseTypeFacts): CaseTypeRefusal[] {
  return [...refusalsOfLevels(facts), ...refusalsOfClasses(facts)]
}

function refusalsOfLevels({ allowedLevels, suggestedLevel, basis }: CaseTypeFacts): CaseTypeRefusal[] {
  if (allowedLevels.length === 0) return [{ kind: 'no-level' }]
  const refusals: CaseTypeRefusal[] = []
  if (!allowedLevels.includes(suggestedLevel)) refusals.push({ kind: 'suggested-not-allowed' })
  if (basis && basis.level !== suggestedLevel) refusals.push({ kind: 'basis-of-another-level' })
  if (basis && !basis.active) refusals.push({ kind: 'basis-out-of-use' })
  return refusals
}

function refusalsOfClasses({ classes, unknownClasses }: CaseTypeFacts): CaseTypeRefusal[] {
  const unknown = unknownClasses.map((code): CaseTypeRefusal => ({ kind: 'unknown-class', code }))
  if (classes.length === 0 && unknown.length === 0) return [{ kind: 'no-class' }]
  const unfit = classes.flatMap(({ code, structural, active }): CaseTypeRefusal[] => {
    if (structural) return [{ kind: 'structural-class', code }]
    return active ? [] : [{ kind: 'class-out-of-use', code }]
  })
  return [...unknown, ...unfit]
}
