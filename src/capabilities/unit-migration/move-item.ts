import type { Actor } from '../../platform/actor.ts'
import { type Database, inTransaction, type Pool } from '../../platform/db/index.ts'
import { holdForMigration } from '../cases/index.ts'
import { record } from '../history/index.ts'
import { type Settled, selectItem, settleItem } from './items.queries.ts'
import { differences } from './migration.text.ts'
import type { Counts, Migration } from './migration.ts'
import { caseFileMovers, unitMovers } from './movers.ts'
import type { PlannedCaseFile, PlannedOfUnit } from './plan.ts'
import { beat, type Run } from './run.queries.ts'

/** Another run took over: this one ends without a word. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver'
}

interface Order {
  readonly run: Run
  readonly migration: Migration
  readonly actor: Actor
  readonly now: Date
}

/**
 * Moves all that ties one case file to the old units, with its one event in the history and its line of the report, in
 * one transaction: a worker that dies leaves it as it was, or moved.
 */
export async function moveCaseFile(db: Pool, order: Order, planned: PlannedCaseFile): Promise<void> {
  const { run, migration, actor, now } = order
  const { caseFileId, to } = planned
  await inTransaction(db, async (trx) => {
    await keepTheRun(trx, run, now)
    await holdForMigration(trx, [caseFileId])
    const step = { caseFileId, from: migration.from.map(({ id }) => id), to, actor, now }
    const moved: Record<string, number> = {}
    const notes: string[] = []
    for (const mover of caseFileMovers) {
      const result = await mover.move(trx, step)
      if (result.count > 0) moved[mover.kind] = result.count
      notes.push(...result.notes)
    }
    const item = { kind: 'case-file', caseFileId, fromUnitId: null, toUnitId: to, moved, notes }
    const isFirst = await settle(trx, migration.id, item, now)
    if (isFirst) await record(trx, actor, now, [{ caseFileId, event: eventOf(migration, to) }])
  })
}

/** Moves one kind of what a unit has besides its case files. Done once: what was moved before is left alone. */
export async function moveOfUnit(
  db: Pool,
  order: Order,
  planned: Pick<PlannedOfUnit, 'kind' | 'from' | 'to'>,
): Promise<void> {
  const { run, migration, actor, now } = order
  const mover = unitMovers.find(({ kind }) => kind === planned.kind)
  if (!mover) return
  await inTransaction(db, async (trx) => {
    await keepTheRun(trx, run, now)
    const key = { kind: mover.kind, caseFileId: null, fromUnitId: planned.from, toUnitId: planned.to }
    if ((await selectItem(trx, migration.id, key))?.state === 'done') return
    const { continuesNumbering } = migration
    const { count, notes } = await mover.move(trx, {
      from: planned.from,
      to: planned.to,
      continuesNumbering,
      actor,
      now,
    })
    await settle(trx, migration.id, { ...key, moved: { [mover.kind]: count }, notes }, now)
  })
}

/** Locks the migration first: every transaction of a run goes in this order, and none after the run was taken over. */
export async function keepTheRun(trx: Database, run: Run, now: Date): Promise<void> {
  if (!(await beat(trx, run, now))) throw new TakenOver(run.id)
}

/** Writes the line of the report, with the reason where it differs from the plan. False where nothing was moved anew. */
async function settle(trx: Database, migrationId: string, item: Settled, now: Date): Promise<boolean> {
  const before = await selectItem(trx, migrationId, item)
  const wasDone = before?.state === 'done'
  const movesNothing = Object.values(item.moved).every((count) => count === 0)
  if (movesNothing && (wasDone || !before || item.kind === 'case-file')) return false
  const moved = wasDone ? added(before.moved ?? {}, item.moved) : item.moved
  const difference =
    before?.planned == null ? [differences.came] : same(before.planned, moved) ? [] : [differences.changed]
  const notes = [...new Set([...(wasDone ? before.notes : []), ...item.notes, ...difference])]
  await settleItem(trx, migrationId, { ...item, moved, notes }, now)
  return !wasDone
}

function eventOf(migration: Migration, to: string) {
  return {
    kind: 'case-migrated',
    from: migration.from.map(({ acronym }) => acronym).join(' e '),
    several: migration.from.length > 1,
    to: migration.to.find(({ id }) => id === to)?.acronym ?? '',
    act: migration.formalAct,
    caseNumber: migration.caseNumber,
  } as const
}

function added(one: Counts, other: Counts): Counts {
  const sum: Record<string, number> = { ...one }
  for (const [kind, count] of Object.entries(other)) sum[kind] = (sum[kind] ?? 0) + count
  return sum
}

function same(one: Counts, other: Counts): boolean {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...kinds].every((kind) => (one[kind] ?? 0) === (other[kind] ?? 0))
}
