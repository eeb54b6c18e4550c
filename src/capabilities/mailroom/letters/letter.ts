/** How a letter goes. @term serviço postal */
export const services = ['registered', 'express', 'simple'] as const
export type Service = (typeof services)[number]

export const formats = ['envelope', 'large-envelope', 'box'] as const
export type LetterFormat = (typeof formats)[number]

/** How far a letter is (FLX-056). That its AR is overdue is no step: it is counted from the posting. */
export const letterSteps = [
  'requested',
  'preparing',
  'posted',
  'in-transit',
  'delivered',
  'receipt-returned',
  'returned',
  'lost',
  'withdrawn',
] as const
export type LetterStep = (typeof letterSteps)[number]

/** Whom it goes to, as it stands on the envelope. */
export interface Addressed {
  readonly addressee: string
  /** Street, number, district: one to four lines. */
  readonly address: string
  readonly city: string
  readonly state: string
  /** Eight digits. @term CEP */
  readonly postalCode: string
}

/** What a unit asks for: a signed document, with what goes along (FLX-055). */
export interface LetterToAsk extends Addressed {
  /** Digits of the nº SEI. */
  readonly document: string
  /** The same of the documents that go along, at most 20. */
  readonly attachments: readonly string[]
  readonly contactId: string | undefined
  readonly service: Service
  readonly withReceipt: boolean
  readonly format: LetterFormat
  readonly notes: string
  /** Why it is not as the table of deliveries says; empty where it is. */
  readonly departure: string
}

export const states = 'AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'.split(' ')
