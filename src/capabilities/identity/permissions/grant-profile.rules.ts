import type { LocalDate } from '../../../platform/calendar/index.ts'

export interface GrantFacts {
  readonly from: LocalDate
  readonly until: LocalDate | undefined
  readonly today: LocalDate
  /** The person has the same profile in the same place on one of these days. */
  readonly alreadyGranted: boolean
  readonly administers: 'unit' | 'agency' | 'installation'
  /** How much who grants administrates. */
  readonly reaches: 'unit' | 'agency' | 'installation'
}

export type GrantRefusal =
  | { readonly kind: 'already-granted' }
  | { readonly kind: 'ends-before-start' }
  | { readonly kind: 'over-already' }
  | { readonly kind: 'beyond-reach' }

const extent = { unit: 0, agency: 1, installation: 2 } as const

/** All the reasons against granting; none means it may be. Nobody gives more than they reach themselves (EST-026). */
export function refusalsToGrant(facts: GrantFacts): GrantRefusal[] {
  const { from, until, today } = facts
  const refusals: GrantRefusal[] = []
  if (extent[facts.administers] > extent[facts.reaches]) refusals.push({ kind: 'beyond-reach' })
  if (until && until < from) refusals.push({ kind: 'ends-before-start' })
  else if (until && until < today) refusals.push({ kind: 'over-already' })
  if (facts.alreadyGranted) refusals.push({ kind: 'already-granted' })
  return refusals
}
