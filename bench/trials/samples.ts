import { quantile } from '../measure.ts'
import type { Figures } from './trial.ts'

/** How many, the middle and the tail of these times, under names that begin alike. */
export function samplesOf(prefix: string, took: readonly number[]): Figures {
  const sorted = [...took].sort((a, b) => a - b)
  if (sorted.length === 0) return {}
  return {
    [`${prefix}Count`]: sorted.length,
    [`${prefix}P50`]: quantile(sorted, 0.5),
    [`${prefix}P95`]: quantile(sorted, 0.95),
    [`${prefix}P99`]: quantile(sorted, 0.99),
  }
}
