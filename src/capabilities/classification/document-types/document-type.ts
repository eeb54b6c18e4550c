/** How a kind of document is numbered (DOC-004). */
export type Numbering = 'none' | 'unit' | 'agency' | 'unit-year' | 'agency-year'

/** The least that a signature must be (TR-07): the levels of Decreto 10.543/2020. @term nível de assinatura */
export type SignatureLevel = 'simple' | 'advanced' | 'qualified'

/** What the administrator keeps of a kind of document, besides its template. @term tipo de documento */
export interface DocumentTypeData {
  readonly name: string
  readonly category: string
  readonly description: string
  readonly appliesTo: 'authored' | 'uploaded' | 'both' | 'form'
  readonly numbering: Numbering
  readonly numberTakenAt: 'creation' | 'signature'
  readonly internal: boolean
  readonly signatureLevel: SignatureLevel
}

export interface DocumentType extends DocumentTypeData {
  readonly id: string
  readonly active: boolean
  /** As stored; undefined where there is none. */
  readonly template: unknown
}
