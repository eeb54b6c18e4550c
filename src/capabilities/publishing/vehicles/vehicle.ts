import type { LocalDate } from '../../../platform/calendar/index.ts'

/** Where things are published: the bulletin of an agency, or of all of them, or an external gazette. @term veículo de publicação */
export interface Vehicle {
  readonly id: string
  /** Undefined: of all agencies. */
  readonly agencyId: string | undefined
  readonly agencyAcronym: string | undefined
  readonly kind: 'internal' | 'external'
  readonly acronym: string
  readonly name: string
  readonly timeZone: string
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekdays: readonly number[]
  /** `17:00`. */
  readonly cutOff: string | undefined
  readonly address: string
  readonly active: boolean
  /** The unit that checks, approves and sends for everybody; undefined: each unit does it for itself. */
  readonly approvingUnit: { readonly id: string; readonly acronym: string; readonly label: string } | undefined
  /** Where texts go by e-mail; empty: nowhere. */
  readonly email: string
  /** Days without an edition, besides the holidays. */
  readonly closedDays: readonly LocalDate[]
  /** From when terms count: the day of the edition, or the first working day after it was made available. */
  readonly termsFrom: 'edition' | 'made-available'
}

/** A vehicle as it is to be kept: kind and agency of one that is there stay what they are. */
export interface VehicleToSave {
  readonly agencyId: string | undefined
  readonly kind: Vehicle['kind']
  readonly acronym: string
  readonly name: string
  readonly timeZone: string
  readonly weekdays: readonly number[]
  readonly cutOff: string | undefined
  readonly address: string
  readonly active: boolean
  readonly typeIds: readonly string[]
  readonly approvingUnitId?: string | undefined
  readonly email?: string
  readonly closedDays?: readonly LocalDate[]
  readonly termsFrom?: Vehicle['termsFrom']
}

/** `Boletim de Serviço (BS)`: how pages and the history name it. */
export function vehicleName({ name, acronym }: Pick<Vehicle, 'name' | 'acronym'>): string {
  return `${name} (${acronym})`
}
