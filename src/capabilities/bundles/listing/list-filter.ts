import type { SignalKind } from '../bundle.ts'
import type { BundleKind } from '../moves/moves.rules.ts'

/** What the list of bundles is narrowed by (BLO-009). */
export interface BundleFilter {
  readonly kind: BundleKind
  readonly text: string
  readonly mine: boolean
  readonly groupId: string | undefined
  /** Acronym of the unit that made it. */
  readonly generator: string
  readonly signal: SignalKind | undefined
  /** `open`: all but the concluded ones, which are seen by asking for them (BLO-002). */
  readonly state: 'open' | 'generated' | 'available' | 'received' | 'returned' | 'concluded'
  readonly page: number
}

export const bundlesPerPage = 50
/** A printed list has no pages to turn. */
export const mostPrinted = 500
