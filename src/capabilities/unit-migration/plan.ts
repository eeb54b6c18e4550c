import type { Database } from '../../platform/db/index.ts'
import { destinationOf } from './destination.rules.ts'
import type { Counts, Migration } from './migration.ts'
import { caseFileMovers, unitMovers } from './movers.ts'
import { selectToPlace } from './plan.queries.ts'

/** A case file that will go, where to, and with what. */
export interface PlannedCaseFile {
  readonly caseFileId: string
  readonly to: string
  /** Who has it in the old unit. */
  readonly assignee: string | null
  readonly counts: Counts
}

/** Something of a unit that is not of a case file. */
export interface PlannedOfUnit {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly count: number
}

type Going = Pick<Migration, 'mode' | 'from' | 'to' | 'rules' | 'continuesNumbering'>

/** Every case file that has something in the old units now, by id; each with its destination. */
export async function planCaseFiles(db: Database, migration: Going): Promise<PlannedCaseFile[]> {
  const from = migration.from.map(({ id }) => id)
  const first = migration.to[0]?.id
  if (first === undefined) return []
  const counts = new Map<string, Record<string, number>>()
  for (const mover of caseFileMovers) {
    for (const { caseFileId, count } of await mover.perCaseFile(db, from)) {
      counts.set(caseFileId, { ...counts.get(caseFileId), [mover.kind]: count })
    }
  }
  const toPlace = await selectToPlace(db, [...counts.keys()], from)
  return toPlace
    .map((caseFile) => ({
      caseFileId: caseFile.caseFileId,
      to: destinationOf(migration.rules, first, caseFile),
      assignee: caseFile.accountId,
      counts: counts.get(caseFile.caseFileId) ?? {},
    }))
    .sort((one, other) => (BigInt(one.caseFileId) < BigInt(other.caseFileId) ? -1 : 1))
}

/** What the units have besides case files: it goes to the first of the new units. */
export async function planOfUnits(db: Database, migration: Going): Promise<PlannedOfUnit[]> {
  if (migration.mode === 'rename')
    return migration.from.map(({ id }) => ({ kind: 'rename', from: id, to: id, count: 1 }))
  const to = migration.to[0]?.id
  if (to === undefined) return []
  const planned: PlannedOfUnit[] = []
  for (const { id: from } of migration.from) {
    for (const mover of unitMovers) {
      planned.push({ kind: mover.kind, from, to, count: await mover.count(db, from, migration) })
    }
  }
  return planned
}

/** Sums of counts by kind; what there is none of is left out. */
export function sumOf(counts: readonly Counts[]): Counts {
  const sum: Record<string, number> = {}
  for (const [kind, count] of counts.flatMap((one) => Object.entries(one))) {
    if (count > 0) sum[kind] = (sum[kind] ?? 0) + count
  }
  return sum
}
