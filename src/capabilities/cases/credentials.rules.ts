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

export interface RenewalFacts extends Pick<EndingFacts, 'inForce' | 'ofActor' | 'grantedByActor'> {
  /** The person may do nothing in that unit today. */
  readonly dormant: boolean
  /** It lies on the desk of that unit already. */
  readonly openThere: boolean
  /** Suspended, annexed or blocked. */
  readonly standsStill: boolean
}

export type RenewalRefusal =
  | { readonly kind: 'credential-not-in-force' }
  | { readonly kind: 'own-to-renew' }
  | { readonly kind: 'granted-by-another-to-renew' }
  | { readonly kind: 'dormant' }
  | { readonly kind: 'open-there' }
  | { readonly kind: 'stands-still' }

/** What was revoked is granted anew, never renewed (PRO-082); what is open there needs no renewal (PRO-083). */
export function refusalsToRenew(facts: RenewalFacts): RenewalRefusal[] {
  if (!facts.inForce) return [{ kind: 'credential-not-in-force' }]
  if (facts.ofActor) return [{ kind: 'own-to-renew' }]
  if (!facts.grantedByActor) return [{ kind: 'granted-by-another-to-renew' }]
  return [
    ...(facts.dormant ? [{ kind: 'dormant' } as const] : []),
    ...(facts.openThere ? [{ kind: 'open-there' } as const] : []),
    ...(facts.standsStill ? [{ kind: 'stands-still' } as const] : []),
  ]
}

export interface CancellingFacts {
  readonly inForce: boolean
  readonly dormant: boolean
  /** How many others could open the case file today. */
  readonly otherHolders: number
}

export type CancellingRefusal =
  | { readonly kind: 'credential-not-in-force' }
  | { readonly kind: 'still-active' }
  | { readonly kind: 'nobody-left' }

/** The register cancels what opens nothing any more, and never the last trace of who could open it (PRO-089). */
export function refusalsToCancel({ inForce, dormant, otherHolders }: CancellingFacts): CancellingRefusal[] {
  if (!inForce) return [{ kind: 'credential-not-in-force' }]
  if (!dormant) return [{ kind: 'still-active' }]
  return otherHolders > 0 ? [] : [{ kind: 'nobody-left' }]
}
