import type { DayRefusal } from '../days/publication-day.rules.ts'
import type { Publication, PublicationState } from './publication.ts'

/** What an external gazette does with what was sent to it. */
export type ExternalStep = 'sent' | 'scheduled' | 'published' | 'rejected'

export type ChangeRefusal =
  | { readonly kind: 'published' | 'over' | 'not-external' | 'day-missing' | 'day-ahead' | 'reason-missing' }
  | { readonly kind: 'step'; readonly from: PublicationState }
  | { readonly kind: 'day'; readonly why: DayRefusal }

/** From which states each step is taken: a gazette may publish at once what it was sent. */
export const stepsFrom: { readonly [step in ExternalStep]: readonly PublicationState[] } = {
  sent: ['to-send'],
  scheduled: ['sent', 'scheduled'],
  published: ['sent', 'scheduled'],
  rejected: ['sent', 'scheduled'],
}

/** The steps that a publication may take now. */
export function stepsOf({ vehicle, state }: Pick<Publication, 'vehicle' | 'state'>): ExternalStep[] {
  if (vehicle.kind !== 'external') return []
  return (['sent', 'scheduled', 'published', 'rejected'] as const).filter((step) => stepsFrom[step].includes(state))
}

/** What is out stays out; what came to nothing is not cancelled twice (DOC-102). */
export function refusalsToCancel({ state }: Pick<Publication, 'state'>): ChangeRefusal[] {
  if (state === 'published') return [{ kind: 'published' }]
  return state === 'rejected' || state === 'cancelled' ? [{ kind: 'over' }] : []
}

/** All the reasons against a step in the external gazette. */
export function refusalsToStep(
  { vehicle, state }: Pick<Publication, 'vehicle' | 'state'>,
  asked: {
    readonly step: ExternalStep
    readonly on: string | undefined
    readonly today: string
    readonly reason: string
    /** Whether the gazette has an edition on the day for which it scheduled it. */
    readonly day: readonly DayRefusal[]
  },
): ChangeRefusal[] {
  const { step, on, today, reason } = asked
  if (vehicle.kind !== 'external') return [{ kind: 'not-external' }]
  if (!stepsFrom[step].includes(state)) return [{ kind: 'step', from: state }]
  const needsDay = step === 'scheduled' || step === 'published'
  return [
    ...(needsDay && on === undefined ? [{ kind: 'day-missing' } as const] : []),
    ...(step === 'published' && on !== undefined && on > today ? [{ kind: 'day-ahead' } as const] : []),
    ...(step === 'rejected' && reason.length < 5 ? [{ kind: 'reason-missing' } as const] : []),
    ...asked.day.map((why) => ({ kind: 'day', why }) as const),
  ]
}
