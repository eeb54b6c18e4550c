/** What a list of a register is asked for. */
export interface ListRequest {
  readonly text: string
  readonly state: 'active' | 'inactive' | 'all'
  readonly agencyId: string | undefined
  /** From 1. */
  readonly page: number
}

/** One page of a list, and how many there are in all. */
export interface ListOf<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly pageCount: number
}

export const rowsPerPage = 50

/** Rows that each carry the total of the list. */
export function listOf<Row extends { total: number }>(rows: readonly Row[]): ListOf<Row> {
  const total = rows[0]?.total ?? 0
  return { rows, total, pageCount: Math.max(1, Math.ceil(total / rowsPerPage)) }
}

/** Words of a search as patterns for LIKE; every one must be found. */
export function patternsOf(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 10)
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
