/** What must be known to end a credential to a confidential case file (PRO-082 to PRO-087). */
export interface EndingFacts {
  readonly inForce: boolean
  readonly ofActor: boolean
  readonly inActorUnit: boolean
  readonly grantedByActor: boolean
  /** How many other people could still open the case file today. */
  readonly otherHolders: number
}

export type EndingRefusal =
  | { readonly kind: 'credential-not-in-force' }
  | { readonly kind: 'own-credential' }
  | { readonly kind: 'granted-by-another' }
  | { readonly kind: 'not-own-credential' }
  | { readonly kind: 'last-holder' }

/** Only who granted it takes it back; one's own is renounced, in the unit where it is. */
export function refusalsToRevoke(facts: EndingFacts): EndingRefusal[] {
  if (!facts.inForce) return [{ kind: 'credential-not-in-force' }]
  if (facts.ofActor) return [{ kind: 'own-credential' }]
  return facts.grantedByActor ? [] : [{ kind: 'granted-by-another' }]
}

/** Never the last one: then nobody could open the case file any more (PRO-084). */
export function refusalsToRenounce(facts: EndingFacts): EndingRefusal[] {
  if (!facts.inForce) return [{ kind: 'credential-not-in-force' }]
  if (!facts.ofActor || !facts.inActorUnit) return [{ kind: 'not-own-credential' }]
  return facts.otherHolders > 0 ? [] : [{ kind: 'last-holder' }]
}
