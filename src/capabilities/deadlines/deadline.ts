import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Counting } from './counting/count-days.rules.ts'

/** A deadline that a unit keeps for itself in a case file. @term controle de prazos */
export interface Deadline {
  readonly id: string
  readonly caseFileId: string
  readonly caseNumber: string
  readonly caseDigits: string
  readonly text: string
  readonly dueOn: LocalDate
  /** 'HH:MM'. Undefined: until the end of the day. */
  readonly dueTime: string | undefined
  /** How the day was found; undefined where it was given. */
  readonly count: { readonly from: LocalDate; readonly days: number; readonly counting: Counting } | undefined
  readonly setByName: string
  readonly setByLogin: string
  readonly setAt: Date
  readonly concludedAt: Date | undefined
  readonly concludedByName: string | undefined
}
