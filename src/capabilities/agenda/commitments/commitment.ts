import type { Participant } from '../participants/participant.ts'

/** As Decreto 10.889/2021 tells them apart. */
export const commitmentKinds = ['hearing', 'meeting', 'event', 'public-hearing', 'internal'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const commitmentStates = ['confirmed', 'rescheduled', 'held', 'no-show', 'cancelled'] as const
/** How far it is (FLX-071). */
export type CommitmentState = (typeof commitmentStates)[number]

/** What is written down of a commitment. @term compromisso */
export interface CommitmentTerms {
  readonly kind: CommitmentKind
  readonly subject: string
  readonly place: string
  /** The place is a room of the house, that nobody else gets meanwhile. */
  readonly booksRoom: boolean
  readonly from: Date
  readonly to: Date
  /** Said on purpose: it may lie outside of the hours in which the authority receives. */
  readonly isOutsideHours: boolean
  readonly participants: readonly Participant[]
  readonly representative: string
  readonly represented: string
  readonly interests: string
  /** Kept from the public, by this law, until this day. */
  readonly reserved: { readonly basis: string; readonly discloseOn: string } | undefined
  /** Said on purpose: its words may be public, though its case file is restricted. */
  readonly wordsArePublic: boolean
  /** Digits of the case file that it is about; undefined: none. */
  readonly caseNumber: string | undefined
}
