import type { CaseRefusal } from '../../cases/index.ts'
import type { LetterStep, Service } from './letter.ts'

/** The steps that may follow one another, by the hand of who posts (FLX-056). The AR comes back by its own act. */
const following: Readonly<Record<LetterStep, readonly LetterStep[]>> = {
  requested: [],
  preparing: ['posted'],
  posted: ['in-transit', 'delivered', 'returned', 'lost'],
  'in-transit': ['delivered', 'returned', 'lost'],
  delivered: [],
  'receipt-returned': [],
  returned: [],
  // What was lost is found now and then.
  lost: ['delivered', 'returned'],
  withdrawn: [],
}

export function nextSteps(step: LetterStep): readonly LetterStep[] {
  return following[step]
}

/** Whether its AR may come back now. */
export function awaitsReceipt(letter: { readonly withReceipt: boolean; readonly step: LetterStep }): boolean {
  return letter.withReceipt && ['posted', 'in-transit', 'delivered', 'lost'].includes(letter.step)
}

const weights = [8, 6, 4, 2, 3, 5, 9, 7]

/**
 * Whether a tracking code is one: two letters, eight digits with their check digit, and the letters of the country. The
 * check digit is eleven less the weighted sum modulo eleven, ten giving zero and eleven five (standard S10 of the postal union).
 */
export function isTrackingCode(code: string): boolean {
  const [, digits = '', check = ''] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(code) ?? []
  if (digits === '') return false
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  const due = 11 - (sum % 11)
  return Number(check) === (due === 10 ? 0 : due === 11 ? 5 : due)
}

/** `rr 473 124 829 br` → `RR473124829BR`; the country is Brazil's where none is written. */
export function trackingCodeOf(typed: string): string {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return /^[A-Z]{2}\d{9}$/.test(code) ? `${code}BR` : code
}

/** The way that the table of deliveries gives a place. */
export interface DeliveryWay {
  readonly way: 'direct' | 'post'
  readonly unitId: string | null
  readonly withReceipt: boolean
  readonly receiptDays: number
}

export interface AskFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  readonly isConfidential: boolean
  /** Written here and signed, in force. */
  readonly isSigned: boolean
  readonly attachmentsFound: boolean
  /** Undefined: the table says nothing of the place. */
  readonly way: DeliveryWay | undefined
  readonly service: Service
  readonly withReceipt: boolean
  readonly departs: boolean
}

export type AskRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | {
      readonly kind:
        | 'confidential'
        | 'not-signed'
        | 'attachment-missing'
        | 'no-way'
        | 'by-hand'
        | 'nobody-posts'
        | 'receipt-expected'
        | 'receipt-needs-register'
    }

/** All the reasons against asking for a letter. What departs from the table says why (GT-02). */
export function refusalsToAsk(facts: AskFacts): AskRefusal[] {
  const when = (holds: boolean, kind: Exclude<AskRefusal['kind'], 'case'>) => (holds ? [{ kind } as const] : [])
  const { way, departs } = facts
  return [
    ...facts.caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...when(facts.isConfidential, 'confidential'),
    ...when(!facts.isSigned, 'not-signed'),
    ...when(!facts.attachmentsFound, 'attachment-missing'),
    ...when(!way, 'no-way'),
    ...when(way?.way === 'direct' && !departs, 'by-hand'),
    ...when(
      way !== undefined && way.way === 'post' && way.withReceipt && !facts.withReceipt && !departs,
      'receipt-expected',
    ),
    ...when(facts.withReceipt && facts.service === 'simple', 'receipt-needs-register'),
  ]
}
