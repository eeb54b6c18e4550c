import type { LocalDate } from '../../../platform/calendar/index.ts'

export const listPageSize = 50
/** Counting stops here. */
export const mostListed = 10_000

export type ListedState = 'open' | 'late' | 'concluded' | 'all' | 'recounted'

/** Where the case file is: open in this unit, gone from it, or wherever. */
export type ListedPlace = 'here' | 'gone' | 'all'

export interface DeadlinesFilter {
  readonly state: ListedState
  readonly place: ListedPlace
  /** Of the day on which they are due. Undefined: every year. */
  readonly year: number | undefined
  readonly day: LocalDate | undefined
  /** Words of the text, or digits of the number. */
  readonly text: string
  readonly mine: boolean
  /** 'YYYY-MM' of the calendar. */
  readonly month: string
  readonly page: number
}

/** One day of the calendar. */
export interface DeadlineDay {
  readonly day: LocalDate
  readonly total: number
  readonly late: number
}
