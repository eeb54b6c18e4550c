/** The scheduled returns that are asked for. */
export interface ReturnsFilter {
  /** Returned ones too. */
  readonly all: boolean
  /** Of those that are pending, the ones past their day. */
  readonly late: boolean
  /** Of the day on which they are due. */
  readonly year: number | undefined
  /** 'YYYY-MM' of the calendar. */
  readonly month: string
  readonly page: number
}

export const returnsPageSize = 100
