import type { ActRefusal } from '../act-refusal.text.ts'

/** What must be known to let somebody else sign a document of a confidential case file (PRO-088). */
export interface GrantToSignFacts {
  /** What stands against signing it here. */
  readonly act: readonly ActRefusal[]
  readonly confidential: boolean
  readonly authored: boolean
  /** The person works in that unit today. */
  readonly worksThere: boolean
  readonly maySign: boolean
  /** The unit made the document: its people sign it as it is. */
  readonly isProducingUnit: boolean
}

export type GrantToSignRefusal =
  | { readonly kind: 'act'; readonly why: ActRefusal }
  | { readonly kind: 'not-confidential' | 'not-authored' | 'nobody-there' | 'may-not-sign' | 'of-this-unit' }
  | { readonly kind: 'already-holds'; readonly name: string }

export function refusalsToGrantSigning(facts: GrantToSignFacts): GrantToSignRefusal[] {
  const when = (holds: boolean, refusal: GrantToSignRefusal) => (holds ? [refusal] : [])
  return [
    ...facts.act.map((why) => ({ kind: 'act', why }) as const),
    ...when(!facts.confidential, { kind: 'not-confidential' }),
    ...when(!facts.authored, { kind: 'not-authored' }),
    ...when(!facts.worksThere, { kind: 'nobody-there' }),
    ...when(facts.worksThere && facts.isProducingUnit, { kind: 'of-this-unit' }),
    ...when(facts.worksThere && !facts.isProducingUnit && !facts.maySign, { kind: 'may-not-sign' }),
  ]
}

export type RevokeToSignRefusal = { readonly kind: 'not-in-force' } | { readonly kind: 'granted-by-another' }

export function refusalsToRevokeSigning(facts: {
  readonly inForce: boolean
  readonly grantedByActor: boolean
}): RevokeToSignRefusal[] {
  if (!facts.inForce) return [{ kind: 'not-in-force' }]
  return facts.grantedByActor ? [] : [{ kind: 'granted-by-another' }]
}
