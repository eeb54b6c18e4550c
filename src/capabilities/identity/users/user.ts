import type { LocalDate } from '../../../platform/calendar/index.ts'

/** What the administrator keeps of a person (EST-020). @term usuário */
export interface UserData {
  readonly login: string
  readonly name: string
  readonly socialName: string | undefined
  readonly cpf: string | undefined
  readonly email: string
}

/** A profile given to a person somewhere, between days. @term permissão */
export interface Grant {
  readonly id: string
  readonly profile: string
  /** `GS (SET/RN)`, or `Todas as unidades de SET/RN`. */
  readonly place: string
  readonly agencyId: string
  /** Null: in every unit of the agency. */
  readonly unitId: string | null
  readonly extendsToSubunits: boolean
  readonly administers: 'unit' | 'agency' | 'installation'
  /** Whether the profile administers: of others the reach says nothing. */
  readonly tellsReach: boolean
  readonly from: LocalDate | undefined
  readonly until: LocalDate | undefined
  readonly state: 'in-force' | 'to-come' | 'over'
  readonly givenBy: string | undefined
  /** The office in which the person stands in for another: it comes and goes with the substitution. */
  readonly bySubstitution?: { readonly officeId: string; readonly office: string }
}

/** A person as the administrator sees them. */
export interface User extends UserData {
  readonly id: string
  readonly agencyId: string
  readonly agencyAcronym: string
  readonly active: boolean
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly openSessions: number
  readonly grants: readonly Grant[]
  /** Whether the person may do more than who looks: out of reach to change, disable or give a password to. */
  readonly isBeyond: boolean
}
