import type { LocalDate } from '../../../platform/calendar/index.ts'

/** Whether something counts today, on days to come, or no longer. */
export type Validity = 'in-force' | 'to-come' | 'over'

/** An office of a unit, whoever holds it. @term cargo */
export interface Office {
  readonly id: string
  readonly title: string
  readonly unitId: string
  /** `GS (SET/RN)`. */
  readonly unit: string
  readonly agencyId: string
  readonly active: boolean
  /** The newest first. */
  readonly tenures: readonly Tenure[]
  /** The newest first. */
  readonly substitutions: readonly Substitution[]
}

/** Who holds an office, by an act, between days. @term titular */
export interface Tenure {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly act: string
  /** Null where it ended before its first day. */
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  readonly state: Validity
}

export const reasons = ['vacation', 'leave', 'absence', 'vacancy'] as const
/** Why somebody stands in. @term motivo da substituição */
export type Reason = (typeof reasons)[number]

/** How who stands in signs, after the title of the office: `Secretário em exercício`. */
export const styles = ['em exercício', 'substituto', 'substituta', 'interino', 'interina'] as const
export type Style = (typeof styles)[number]

/** Who stands in for the holder of an office, between days. @term substituição */
export interface Substitution {
  readonly id: string
  readonly accountId: string
  readonly name: string
  /** Null: the office is vacant. */
  readonly holder: string | null
  /** Of a vacant office: the profile that it gives. */
  readonly profile: string | null
  readonly reason: Reason
  readonly act: string
  readonly style: Style
  /** The days of the act. */
  readonly from: LocalDate
  readonly until: LocalDate
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly appointedBy: string
  readonly state: Validity
}
