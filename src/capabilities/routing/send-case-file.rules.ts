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

/** A unit that waits for this unit to send the case file back. */
export interface Demand {
  readonly unitId: string
  readonly acronym: string
}

export interface SendFacts {
  readonly caseFile: CaseFacts
  readonly destinations: readonly Destination[]
  /** Destinations asked for that do not exist. */
  readonly unknown: number
  /** The first day on which one of them is asked to send it back; undefined where none is. */
  readonly returnDue: string | undefined
  readonly keepOpen: boolean
  /** Those that wait for this unit's own return. */
  readonly demands: readonly Demand[]
  /** Day on which it should come back to this desk by itself. */
  readonly reopenOn: string | undefined
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
  | { readonly kind: 'cascade-needs-keeping'; readonly units: string }
  | { readonly kind: 'reopening-needs-leaving' }
  | { readonly kind: 'reopening-in-the-past' }

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
  return [...refusals, ...ofCascade(facts), ...ofReopening(facts)]
}

/** Who must send it back may ask others for it by a day of its own only where it stays open here meanwhile (PRO-153). */
function ofCascade({ returnDue, keepOpen, demands, destinations }: SendFacts): SendRefusal[] {
  if (returnDue === undefined || keepOpen) return []
  const unmet = demands.filter((demand) => !destinations.some(({ unitId }) => unitId === demand.unitId))
  const units = unmet.map(({ acronym }) => acronym).join(', ')
  return unmet.length > 0 ? [{ kind: 'cascade-needs-keeping', units }] : []
}

/** What stays open needs no reopening (PRO-127). */
function ofReopening({ reopenOn, keepOpen, today }: SendFacts): SendRefusal[] {
  if (reopenOn === undefined) return []
  if (keepOpen) return [{ kind: 'reopening-needs-leaving' }]
  return reopenOn <= today ? [{ kind: 'reopening-in-the-past' }] : []
}
