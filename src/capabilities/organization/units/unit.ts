import type { NameInForce } from '../agencies/agency.ts'

/** An e-mail of a unit with what it is for (EST-005). */
export interface UnitEmail {
  readonly address: string
  readonly description: string
}

/** What the administrator keeps of a unit, besides its place in the hierarchy. @term unidade */
export interface UnitData {
  readonly acronym: string
  readonly name: string
  readonly numberCode: string
  readonly address: string
  readonly city: string
  readonly state: string
  readonly phone: string
  readonly availableForSending: boolean
  readonly warnsOnReceipt: boolean
  readonly isMailroom: boolean
  readonly isArchive: boolean
  readonly isOmbuds: boolean
  readonly emails: readonly UnitEmail[]
  /** Capacities (cargo/função) offered at signing (EST-041). */
  readonly capacities: readonly string[]
}

/** Where a unit stands in the hierarchy between days (EST-015). */
export interface Placement {
  /** Undefined: it stands at the top. */
  readonly parent: { readonly id: string; readonly label: string } | undefined
  readonly from: string | undefined
  /** Last day; undefined: without end. */
  readonly until: string | undefined
}

/** A unit as its administrator sees it. */
export interface Unit extends UnitData {
  readonly id: string
  readonly slug: string
  readonly agencyId: string
  readonly agencyAcronym: string
  readonly active: boolean
  readonly names: readonly NameInForce[]
  /** From the newest to the oldest. */
  readonly placements: readonly Placement[]
  /** Units that stand directly below it today. */
  readonly subunitCount: number
}
