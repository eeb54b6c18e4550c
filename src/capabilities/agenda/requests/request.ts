import type { Participant } from '../participants/participant.ts'

export const channels = ['phone', 'in-person', 'email'] as const
export type Channel = (typeof channels)[number]

export type RequestState = 'requested' | 'under-analysis' | 'accepted' | 'redirected' | 'refused'

/** What somebody asks who wants to be heard (FLX-070). @term pedido de audiência */
export interface RequestToRegister {
  readonly officeId: string
  readonly requester: string
  readonly institution: string
  readonly phone: string
  readonly email: string
  readonly channel: Channel
  readonly subject: string
  readonly wishedFrom: string | null
  readonly wishedUntil: string | null
  readonly wishedNote: string
  readonly isUrgent: boolean
  readonly participants: readonly Participant[]
  /** Digits of the case file that it is about; undefined: none. */
  readonly caseNumber: string | undefined
}
