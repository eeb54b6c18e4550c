/** An agency as its administrator keeps it. @term órgão */
export interface Agency {
  readonly id: string
  readonly acronym: string
  readonly name: string
  readonly position: number
  readonly numberCode: string
  readonly numberMask: string
  readonly letterhead: string
  readonly mayReceive: boolean
  readonly active: boolean
}

/** What may be changed of an agency. */
export type AgencyData = Omit<Agency, 'id' | 'active'>

/** A name that was, or is, in force between days; without an end it is today's. */
export interface NameInForce {
  readonly acronym: string
  readonly name: string
  /** Undefined: since its registration. */
  readonly from: string | undefined
  readonly until: string | undefined
}
