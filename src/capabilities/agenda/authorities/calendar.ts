import type { LocalDate } from '../../../platform/calendar/index.ts'

/** The agenda of an office, with who answers for it on the day asked. @term agenda de autoridade */
export interface Calendar {
  readonly officeId: string
  readonly title: string
  /** `08:00`. */
  readonly opens: string
  readonly closes: string
  readonly slotMinutes: number
  readonly isPublic: boolean
  /** Null: the office is vacant on that day. */
  readonly attendant: string | null
  readonly capacity: string | null
  readonly isSubstitute: boolean
}

/** An office of the unit; without a calendar where its agenda was never opened. */
export interface OfficeOfUnit extends Omit<Calendar, 'opens' | 'closes' | 'slotMinutes' | 'isPublic'> {
  readonly calendar: Pick<Calendar, 'opens' | 'closes' | 'slotMinutes' | 'isPublic'> | null
}

/** Somebody answers for another between days (AG-06). */
export interface Absence {
  readonly officeId: string
  readonly title: string
  readonly holder: string | null
  readonly substitute: string
  readonly capacity: string
  readonly from: LocalDate
  readonly until: LocalDate
}
