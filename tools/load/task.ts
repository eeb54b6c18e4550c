import type { Standing } from '../../src/platform/http/admission.ts'
import type { ActKind } from '../faults/ledger.ts'

/** What the process that asks is told at its start. */
export interface CrowdTask {
  readonly address: string
  readonly folder: string
  readonly seed: string
  readonly password: string
  readonly people: readonly { readonly login: string; readonly unit: string }[]
}

/** One stretch of asking. Of `open`, requests come at their own pace, whatever becomes of those before. */
export type Phase =
  | { readonly kind: 'closed'; readonly atOnce: number; readonly seconds: number }
  | { readonly kind: 'open'; readonly perSecond: number; readonly seconds: number; readonly untilNormal?: Normal }
  | {
      readonly kind: 'soak'
      readonly viewsPerSecond: number
      readonly documentsPerSecond: number
      readonly seconds: number
      /** What is before is warm-up. */
      readonly warmSeconds: number
    }

/** Ends the stretch as soon as this has held for two seconds. */
export interface Normal {
  readonly p95Ms: number
}

/** What became of one request. `late`: no answer within the patience of people, who then go away. */
export type Fate = 'served' | 'shed' | 'late' | 'failed'

export interface Told {
  readonly type: 'told'
  /** In which requests came; those under way at its end were answered, or given up, `drainSeconds` later. */
  readonly seconds: number
  readonly drainSeconds: number
  readonly sent: number
  /** Served before the end of the stretch. */
  readonly servedWithin: number
  readonly fates: Readonly<Record<Fate, number>>
  /** Sent away, by standing, of how many. */
  readonly shed: Readonly<Record<Standing, { readonly shed: number; readonly sent: number }>>
  readonly servedMs: Spread
  readonly shedMs: Spread
  /** Seconds until normal; undefined where it was asked for and did not come. */
  readonly normalAfter?: number | undefined
  /** What failed and how often; sent away without being told when to come again is among it. */
  readonly failures: Readonly<Record<string, number>>
  readonly kinds: readonly KindTold[]
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** One kind of act or view in a soak: its 95th percentile in the first and in the last third after warm-up. */
export interface KindTold {
  readonly kind: ActKind | ViewKind
  readonly count: number
  readonly firstP95: number
  readonly lastP95: number
}

export type ViewKind = 'desk' | 'case' | 'document' | 'search' | 'public'
