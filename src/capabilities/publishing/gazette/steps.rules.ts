import type { DayRefusal } from '../days/publication-day.rules.ts'
import type { Publication, Stage } from '../publishing/publication.ts'

/** What is done with a publication in an external gazette, one after the other (DOE-01). */
export type GazetteStep =
  | 'approved'
  | 'sent'
  | 'received'
  | 'scheduled'
  | 'published'
  | 'rejected'
  | 'checked'
  | 'cancelled'

/** Those that a form of the publication offers; comparing and cancelling have pages of their own. */
export type ExternalStep = Exclude<GazetteStep, 'checked' | 'cancelled'>

export const externalSteps = ['approved', 'sent', 'received', 'scheduled', 'published', 'rejected'] as const

/** From which stages each step is taken: a gazette may publish at once what it was sent. */
export const stepsFrom: { readonly [step in GazetteStep]: readonly Stage[] } = {
  approved: ['to-send'],
  sent: ['approved'],
  received: ['sent'],
  scheduled: ['sent', 'received', 'scheduled'],
  published: ['sent', 'received', 'scheduled'],
  rejected: ['sent', 'received', 'scheduled'],
  checked: ['published', 'checked'],
  cancelled: ['to-send', 'approved', 'sent', 'received', 'scheduled'],
}

export type StepRefusal =
  | {
      readonly kind:
        | 'not-external'
        | 'not-approver'
        | 'day-missing'
        | 'day-ahead'
        | 'reason-missing'
        | 'not-intact'
        | 'not-public'
    }
  | { readonly kind: 'before-signing' }
  | { readonly kind: 'step'; readonly from: Stage }
  | { readonly kind: 'day'; readonly why: DayRefusal }

/** Who acts: the unit of the document, the unit that approves and sends, or both. */
export interface Who {
  readonly isOurs: boolean
  readonly isApprover: boolean
}

/** Where a vehicle names nobody, each unit approves and sends what is its own. */
export function mayApprove({ vehicle }: Pick<Publication, 'vehicle'>, { isOurs, isApprover }: Who): boolean {
  return vehicle.approvingUnit ? isApprover : isOurs
}

/** The steps that a publication may take now, by this unit. */
export function stepsOf(publication: Pick<Publication, 'vehicle' | 'stage'>, who: Who): ExternalStep[] {
  const { vehicle, stage } = publication
  if (vehicle.kind !== 'external') return []
  const isOfHouse = (step: ExternalStep) => step === 'approved' || step === 'sent'
  return externalSteps.filter(
    (step) => stepsFrom[step].includes(stage) && (!isOfHouse(step) || mayApprove(publication, who)),
  )
}

/** All the reasons against a step in the external gazette. */
export function refusalsToStep(
  publication: Pick<Publication, 'vehicle' | 'stage'>,
  asked: {
    readonly step: ExternalStep
    readonly on: string | undefined
    readonly today: string
    readonly reason: string
    /** Whether the gazette has an edition on that day. */
    readonly day: readonly DayRefusal[]
    readonly who: Who
    /** The signatures still are those of the text: asked before it is sent. */
    readonly intact: boolean
    /** Document and case file still are for everybody: asked before it is sent. */
    readonly isPublic: boolean
    /** The day of the last signature, by the clocks of the gazette: nothing comes out before it. */
    readonly signedOn: string | undefined
  },
): StepRefusal[] {
  const { step, on, today, reason, who, signedOn } = asked
  const { vehicle, stage } = publication
  if (vehicle.kind !== 'external') return [{ kind: 'not-external' }]
  if (!stepsFrom[step].includes(stage)) return [{ kind: 'step', from: stage }]
  const isOfHouse = step === 'approved' || step === 'sent'
  const needsDay = step === 'scheduled' || step === 'published'
  return [
    ...(isOfHouse && !mayApprove(publication, who) ? [{ kind: 'not-approver' } as const] : []),
    ...(isOfHouse && !asked.intact ? [{ kind: 'not-intact' } as const] : []),
    ...(isOfHouse && !asked.isPublic ? [{ kind: 'not-public' } as const] : []),
    ...(needsDay && on === undefined ? [{ kind: 'day-missing' } as const] : []),
    ...(step === 'published' && on !== undefined && on > today ? [{ kind: 'day-ahead' } as const] : []),
    ...(step === 'published' && on !== undefined && signedOn !== undefined && on < signedOn
      ? [{ kind: 'before-signing' } as const]
      : []),
    ...(step === 'rejected' && reason.length < 5 ? [{ kind: 'reason-missing' } as const] : []),
    ...asked.day.map((why) => ({ kind: 'day', why }) as const),
  ]
}
