import type { CaseFacts, CaseRefusal, refusalsToAct } from '../cases/index.ts'

/** A unit to which somebody wants to send. */
export interface Destination {
  readonly unitId: string
  readonly acronym: string
  /** In the hierarchy, active and available for sending (EST-008). */
  readonly available: boolean
  readonly alreadyThere: boolean
  /** It asked this unit to send it back by a day (PRO-150): sending there is that return, even where it kept it open. */
  readonly awaitsReturn: boolean
  readonly isOwnUnit: boolean
}

export interface SendFacts {
  readonly caseFile: CaseFacts
  readonly destinations: readonly Destination[]
  /** Destinations asked for that do not exist. */
  readonly unknown: number
  readonly returnDue: string | undefined
  readonly today: string
}

export type SendRefusal =
  | CaseRefusal
  | { readonly kind: 'no-destination' }
  | { readonly kind: 'unknown-destination' }
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'not-available'; readonly unit: string }
  | { readonly kind: 'already-there'; readonly units: string }
  | { readonly kind: 'return-in-the-past' }

/** A unit that already holds it is left out, unless it waits for this very return (PRO-123, PRO-151). */
export function isLeftOut({ alreadyThere, awaitsReturn }: Pick<Destination, 'alreadyThere' | 'awaitsReturn'>): boolean {
  return alreadyThere && !awaitsReturn
}

/**
 * All the reasons against this sending, the case file's first; none means it may go. A destination that already holds the
 * case file is left out and named, and the others go on (PRO-123); only when no other is left is the sending refused.
 */
export function refusalsToSend(facts: SendFacts, ofCase: typeof refusalsToAct): SendRefusal[] {
  const { destinations } = facts
  const refusals: SendRefusal[] = [...ofCase('send', facts.caseFile)]
  if (destinations.length === 0 && facts.unknown === 0) refusals.push({ kind: 'no-destination' })
  if (facts.unknown > 0) refusals.push({ kind: 'unknown-destination' })
  if (destinations.some(({ isOwnUnit }) => isOwnUnit)) refusals.push({ kind: 'own-unit' })
  for (const { acronym, available, isOwnUnit } of destinations) {
    if (!available && !isOwnUnit) refusals.push({ kind: 'not-available', unit: acronym })
  }
  const others = destinations.filter(({ isOwnUnit }) => !isOwnUnit)
  if (others.length > 0 && others.every(isLeftOut)) {
    refusals.push({ kind: 'already-there', units: others.map(({ acronym }) => acronym).join(', ') })
  }
  if (facts.returnDue !== undefined && facts.returnDue <= facts.today) refusals.push({ kind: 'return-in-the-past' })
  return refusals
}
