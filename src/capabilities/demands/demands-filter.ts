import type { BodyClass, DemandState } from './demand.ts'

export const listPageSize = 50

export interface DemandsFilter {
  /** Those that the unit follows, or those in which it was asked. */
  readonly side: 'ours' | 'asked'
  readonly state: DemandState | 'open' | 'all'
  readonly bodyClass: BodyClass | undefined
  readonly text: string
  readonly page: number
}
