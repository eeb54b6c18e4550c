import type { CaseRefusal } from '../../cases/index.ts'
import type { DayRefusal } from '../days/publication-day.rules.ts'

/** What must be known to put a document into publication. */
export interface PublishFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  /** The highest of the case file and all that is in it. */
  readonly caseLevel: 'public' | 'restricted' | 'confidential'
  readonly level: 'public' | 'restricted' | 'confidential'
  readonly kind: 'authored' | 'uploaded'
  readonly signed: boolean
  readonly intact: boolean
  readonly cancelled: boolean
  readonly isOurs: boolean
  readonly inSignatureBundle: boolean
  readonly inPublication: boolean
  readonly published: boolean
  /** The vehicle is in use and takes this type from this agency. */
  readonly vehicleFits: boolean
  /** Undefined: it goes to an external gazette, whose day comes later. */
  readonly day: readonly DayRefusal[] | undefined
}

export type PublishRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | { readonly kind: 'day'; readonly why: DayRefusal }
  | {
      readonly kind:
        | 'not-authored'
        | 'not-ours'
        | 'unsigned'
        | 'not-intact'
        | 'cancelled'
        | 'not-public'
        | 'confidential-case'
        | 'in-bundle'
        | 'already-published'
        | 'already-in-publication'
        | 'vehicle'
    }

/** The reasons in the document itself, whatever vehicle and day are chosen. */
export function refusalsOfDocument(facts: Omit<PublishFacts, 'vehicleFits' | 'day'>): PublishRefusal[] {
  const when = (holds: boolean, kind: Exclude<PublishRefusal['kind'], 'case' | 'day'>) =>
    holds ? [{ kind } as const] : []
  if (facts.cancelled) return [{ kind: 'cancelled' }]
  if (facts.published) return [{ kind: 'already-published' }]
  if (facts.inPublication) return [{ kind: 'already-in-publication' }]
  const isWritten = facts.kind === 'authored'
  return [
    ...facts.caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...when(!isWritten, 'not-authored'),
    ...when(!facts.isOurs, 'not-ours'),
    ...when(isWritten && !facts.signed, 'unsigned'),
    ...when(isWritten && facts.signed && !facts.intact, 'not-intact'),
    ...when(facts.level !== 'public', 'not-public'),
    ...when(facts.caseLevel === 'confidential', 'confidential-case'),
    ...when(facts.inSignatureBundle, 'in-bundle'),
  ]
}

/** All the reasons against publishing; none means it goes (DOC-100, DOC-101). */
export function refusalsToPublish(facts: PublishFacts): PublishRefusal[] {
  return [
    ...refusalsOfDocument(facts),
    ...(facts.vehicleFits ? [] : [{ kind: 'vehicle' } as const]),
    ...(facts.day ?? []).map((why) => ({ kind: 'day', why }) as const),
  ]
}
