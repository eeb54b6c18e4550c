import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Reason } from './office.ts'

/** The longest that one act appoints a substitute for. */
export const mostDays = 731

export interface SubstitutionFacts {
  readonly reason: Reason
  readonly from: LocalDate
  readonly until: LocalDate
  readonly today: LocalDate
  readonly officeInUse: boolean
  readonly substituteId: string
  /** Who holds the office on some of these days, and whether on all of them. */
  readonly holders: readonly { readonly accountId: string; readonly onAllDays: boolean }[]
  /** Another substitution of the same office has some of these days. */
  readonly overlapping: { readonly name: string; readonly from: LocalDate; readonly until: LocalDate } | undefined
  /** Of a vacant office: whether a profile that may be given was chosen. */
  readonly profileChosen: boolean
}

export type SubstitutionRefusal =
  | { readonly kind: 'office-out-of-use' }
  | { readonly kind: 'in-the-past' }
  | { readonly kind: 'ends-before-start' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'holder-themselves' }
  | { readonly kind: 'nobody-holds-it' }
  | { readonly kind: 'not-all-days-held' }
  | { readonly kind: 'not-vacant' }
  | { readonly kind: 'no-profile' }
  | { readonly kind: 'overlaps'; readonly name: string; readonly from: LocalDate; readonly until: LocalDate }

/** All the reasons against appointing a substitute; none means it may be. Rights are never given backwards in time. */
export function refusalsToSubstitute(facts: SubstitutionFacts): SubstitutionRefusal[] {
  const { from, until, today, reason, holders, overlapping } = facts
  const refusals: SubstitutionRefusal[] = []
  if (!facts.officeInUse) refusals.push({ kind: 'office-out-of-use' })
  if (from < today) refusals.push({ kind: 'in-the-past' })
  if (until < from) return [...refusals, { kind: 'ends-before-start' }]
  if (until >= addDays(from, mostDays)) refusals.push({ kind: 'too-long' })
  if (reason === 'vacancy') {
    if (holders.length > 0) refusals.push({ kind: 'not-vacant' })
    if (!facts.profileChosen) refusals.push({ kind: 'no-profile' })
  } else if (holders.length === 0) refusals.push({ kind: 'nobody-holds-it' })
  else if (holders.length > 1 || !holders[0]?.onAllDays) refusals.push({ kind: 'not-all-days-held' })
  if (holders.some(({ accountId }) => accountId === facts.substituteId)) refusals.push({ kind: 'holder-themselves' })
  if (overlapping) refusals.push({ kind: 'overlaps', ...overlapping })
  return refusals
}

export interface TenureFacts {
  readonly from: LocalDate
  readonly until: LocalDate | undefined
  readonly today: LocalDate
  readonly officeInUse: boolean
  /** Who holds, or will hold, the office on some of these days. */
  readonly heldBy: string | undefined
  /** Who stands in because the office is vacant on some of these days. */
  readonly vacancyFilledBy: string | undefined
}

export type TenureRefusal =
  | { readonly kind: 'office-out-of-use' }
  | { readonly kind: 'ends-before-start' }
  | { readonly kind: 'over-already' }
  | { readonly kind: 'held'; readonly by: string }
  | { readonly kind: 'vacancy-filled'; readonly by: string }

/** All the reasons against giving an office to somebody. It may have been held for long: it gives no right by itself. */
export function refusalsToHold({ from, until, today, ...facts }: TenureFacts): TenureRefusal[] {
  const refusals: TenureRefusal[] = []
  if (!facts.officeInUse) refusals.push({ kind: 'office-out-of-use' })
  if (until && until < from) refusals.push({ kind: 'ends-before-start' })
  else if (until && until < today) refusals.push({ kind: 'over-already' })
  if (facts.heldBy !== undefined) refusals.push({ kind: 'held', by: facts.heldBy })
  if (facts.vacancyFilledBy !== undefined) refusals.push({ kind: 'vacancy-filled', by: facts.vacancyFilledBy })
  return refusals
}
