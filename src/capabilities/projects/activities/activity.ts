import type { LocalDate } from '../../../platform/calendar/index.ts'

/** What is written down of an activity. @term atividade */
export interface ActivityTerms {
  readonly name: string
  /** Person, team or body, as people call it. */
  readonly who: string
  readonly plannedFrom: LocalDate
  readonly plannedUntil: LocalDate
  readonly begunOn: LocalDate | undefined
  readonly endedOn: LocalDate | undefined
  readonly percent: number
  readonly isMilestone: boolean
  readonly isCancelled: boolean
  /** The activities of the same project for which it waits. */
  readonly afterIds: readonly string[]
  /** Digits of the case file in which it is done; undefined: none. */
  readonly caseNumber: string | undefined
}

/** What the days of an activity say. */
export interface ActivityDays {
  readonly plannedFrom: LocalDate
  readonly plannedUntil: LocalDate
  readonly begunOn: LocalDate | null
  readonly endedOn: LocalDate | null
  readonly percent: number
  readonly isMilestone: boolean
  readonly isCancelled: boolean
}
