/** Days that an exit may take on average (FLX-002, FLX-053). */
export const targetDays = 7

export interface Average {
  readonly count: number
  /** Days in tenths. */
  readonly tenths: number
}

export interface AveragedMonth {
  /** The first day of it. */
  readonly month: string
  readonly entry?: Average
  readonly slip?: Average
  readonly letter?: Average
}

/** The averages of each month in one row, in the order in which they came. */
export function byMonth(
  rows: readonly (Average & { readonly month: string; readonly kind: 'entry' | 'slip' | 'letter' })[],
): AveragedMonth[] {
  const months = new Map<string, AveragedMonth>()
  for (const { month, kind, count, tenths } of rows) {
    months.set(month, { ...(months.get(month) ?? { month }), [kind]: { count, tenths } })
  }
  return [...months.values()]
}

/** `7,5` */
export function daysOf(tenths: number): string {
  return `${Math.floor(tenths / 10)},${tenths % 10}`
}

/** `2026-11-01` → `11/2026` */
export function monthWords(month: string): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`
}
