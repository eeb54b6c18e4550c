import type { LocalDate } from '../../../platform/calendar/index.ts'

/** A day on which an agency, or every agency, does not work. @term feriado */
export interface Holiday {
  readonly id: string
  readonly date: LocalDate
  readonly name: string
  readonly kind: 'feriado' | 'ponto facultativo'
  /** Undefined: of every agency. */
  readonly agencyId: string | undefined
}

export type HolidayToAdd = Omit<Holiday, 'id'>
