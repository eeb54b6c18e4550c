import type { CommitmentKind, CommitmentTerms } from './commitment.ts'

/** What stands in the way of the hour that was asked for. */
export interface Occupied {
  readonly kind: 'occupied'
  readonly what: 'authority' | 'person' | 'room'
  readonly from: Date | undefined
  readonly to: Date | undefined
}

export type TermsRefusal =
  | { readonly kind: 'outside-hours'; readonly opens: string; readonly closes: string }
  | { readonly kind: 'names-private-interest' }
  | { readonly kind: 'needs-representative' | 'needs-represented' | 'needs-interests' }
  | { readonly kind: 'confidential-case-file' }
  | { readonly kind: 'discloses-too-soon' }
  | { readonly kind: 'not-keeper' }

export interface TermsFacts {
  readonly terms: CommitmentTerms
  readonly hours: { readonly opens: string; readonly closes: string }
  /** `09:30`, on the clock of Brasília. */
  readonly clock: { readonly from: string; readonly to: string }
  /** The day on that clock. */
  readonly day: string
  readonly isCaseConfidential: boolean
  /** What is reserved is for who keeps the agenda alone. */
  readonly keepsReserved: boolean
}

/** All the reasons against a commitment with these terms, but for what else is in the agenda: that the database settles. */
export function refusalsOfTerms({
  terms,
  hours,
  clock,
  day,
  isCaseConfidential,
  keepsReserved,
}: TermsFacts): TermsRefusal[] {
  const when = (holds: boolean, refusal: TermsRefusal) => (holds ? [refusal] : [])
  const isHearing = terms.kind === 'hearing'
  const outside = clock.from < hours.opens || clock.to > hours.closes || clock.to <= clock.from
  return [
    ...when(outside && !terms.isOutsideHours, { kind: 'outside-hours', ...hours }),
    ...when(hidesPrivateInterest(terms.kind) && terms.participants.some(({ isPrivate }) => isPrivate), {
      kind: 'names-private-interest',
    }),
    ...when(isHearing && terms.representative === '', { kind: 'needs-representative' }),
    ...when(isHearing && terms.represented === '', { kind: 'needs-represented' }),
    ...when(isHearing && terms.interests === '', { kind: 'needs-interests' }),
    ...when(isCaseConfidential && !terms.reserved, { kind: 'confidential-case-file' }),
    ...when(terms.reserved !== undefined && !keepsReserved, { kind: 'not-keeper' }),
    ...when(terms.reserved !== undefined && terms.reserved.discloseOn <= day, { kind: 'discloses-too-soon' }),
  ]
}

/** Of these kinds nobody expects that private interests are represented: then it is a hearing (AG-03). */
function hidesPrivateInterest(kind: CommitmentKind): boolean {
  return kind === 'meeting' || kind === 'internal'
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The free times of a day, each as long as the agenda gives: whole slots that meet nothing taken, in minutes of the day. */
export function freeSlots(
  { opens, closes, slotMinutes }: { readonly opens: number; readonly closes: number; readonly slotMinutes: number },
  taken: readonly Span[],
): Span[] {
  const count = Math.max(0, Math.floor((closes - opens) / slotMinutes))
  return Array.from({ length: count }, (_, place) => opens + place * slotMinutes)
    .map((from) => ({ from, to: from + slotMinutes }))
    .filter((slot) => !taken.some(({ from, to }) => from < slot.to && slot.from < to))
}

export const travelMinutes = 30

/** Whether there is little time to get from one place to another (FLX-072). */
export function isTight(
  one: { readonly from: Date; readonly to: Date; readonly place: string },
  other: { readonly from: Date; readonly to: Date; readonly place: string },
): boolean {
  const gap = Math.max(one.from.getTime() - other.to.getTime(), other.from.getTime() - one.to.getTime())
  const samePlace = one.place.trim().toLowerCase() === other.place.trim().toLowerCase()
  return !samePlace && gap < travelMinutes * 60_000
}
