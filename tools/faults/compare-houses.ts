import type { Database } from '../../src/platform/db/index.ts'
import {
  type ColumnRow,
  selectColumns,
  selectHighestIds,
  selectNamesAfter,
  selectRows,
} from './compare-houses.queries.ts'

/** How things stood when both houses were one: what is later, or has a higher id, was made by what is compared. */
export interface Baseline {
  readonly began: Date
  readonly highest: ReadonlyMap<string, bigint>
  readonly columns: readonly ColumnRow[]
}

export interface Comparison {
  readonly tables: number
  readonly rows: number
  /** Rows that only one of the houses has, with the name of the table; at most ten of a table. */
  readonly differences: readonly string[]
}

/** Left out, with the reason: these rows hang on when a round came by or on the kills themselves, not on what was done. */
const ofMoments: Readonly<Record<string, string>> = {
  'history.seal': 'the chain of seals: which events a seal takes is a matter of when it was made',
  'history.node': 'the tree over the seals',
  'history.head': 'the tree over the seals',
  'history.time_stamp': 'the tree over the seals',
  'operations.scrub': 'when files were read again',
  'auditing.log_line': 'what the program said of its own deaths',
}
/** Names of a run and of transactions: other ones in each house. */
const ownTypes: ReadonlySet<string> = new Set(['xid8'])
const momentTypes: ReadonlySet<string> = new Set(['timestamptz', 'timestamp', 'tstzrange'])

export async function baselineOf(db: Database, began: Date): Promise<Baseline> {
  const columns = await selectColumns(db)
  const numbered = columns.filter(({ column, type }) => column === 'id' && type === 'int8').map(({ table }) => table)
  return { began, columns, highest: await selectHighestIds(db, numbered) }
}

/**
 * Holds two houses that were one against each other, row by row of every table. What stood before must be the same to
 * the last byte; of what was made since, ids and moments are other ones, so it is known by all the rest.
 */
export async function compareHouses(one: Database, other: Database, baseline: Baseline): Promise<Comparison> {
  const differences: string[] = []
  const tables = [...new Set(baseline.columns.map(({ table }) => table))].filter((table) => !(table in ofMoments))
  const [names, otherNames] = await Promise.all([namesOf(one, baseline), namesOf(other, baseline)])
  let rows = 0
  for (const table of tables) {
    const [ones, others] = await Promise.all([
      tellRows(one, table, baseline, names),
      tellRows(other, table, baseline, otherNames),
    ])
    rows += ones.length
    differences.push(...differenceOf(ones, others).map((row) => `${table}: ${row}`))
  }
  return { tables: tables.length, rows, differences }
}

type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What registers that were made since are called, by id: what points to them is known by the name. */
async function namesOf(db: Database, { columns, highest }: Baseline): Promise<Names> {
  const named = columns.filter(({ column, table }) => column === 'name' && highest.has(table)).map(({ table }) => table)
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const table of named) found.set(table, await selectNamesAfter(db, table, highest.get(table) ?? 0n))
  return found
}

async function tellRows(db: Database, table: string, baseline: Baseline, names: Names): Promise<string[]> {
  const columns = baseline.columns.filter((column) => column.table === table && !ownTypes.has(column.type))
  const rows = await selectRows(db, table)
  return rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column.column, tell(row[column.column], column)]))),
  )

  function tell(value: unknown, { type, names: register }: ColumnRow): unknown {
    if (value === null || value === undefined) return null
    if (momentTypes.has(type)) return String(value).replace(moments, (moment) => tellMoment(moment, baseline.began))
    const highest = register === null ? undefined : baseline.highest.get(register)
    if (register === null || highest === undefined || BigInt(value as number) <= highest) return value
    return `novo: ${names.get(register)?.get(String(value)) ?? ''}`
  }
}

/** As PostgreSQL writes them in JSON and in ranges. */
const moments = /\d{4,}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d(?::?\d\d)?)?/g

function tellMoment(moment: string, began: Date): string {
  const at = new Date(moment.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return at >= began ? 'desde então' : moment
}

/** The rows that only one of both has, as often as it has more of them. */
function differenceOf(ones: readonly string[], others: readonly string[]): string[] {
  const surplus = new Map<string, number>()
  for (const row of ones) surplus.set(row, (surplus.get(row) ?? 0) + 1)
  for (const row of others) surplus.set(row, (surplus.get(row) ?? 0) - 1)
  const found = [...surplus].filter(([, count]) => count !== 0)
  const told = found.slice(0, 10).map(([row, count]) => `${count > 0 ? 'só na primeira' : 'só na segunda'}: ${row}`)
  return found.length > 10 ? [...told, `… e mais ${found.length - 10} linhas`] : told
}
