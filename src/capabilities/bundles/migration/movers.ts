import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { holdForMigration } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { selectCasesOfItems } from '../items/items.queries.ts'
import { closeToUnits, openToUnits } from '../moves/access-of-bundle.ts'
import { beginNextTurn, updateState } from '../moves/moves.queries.ts'
import {
  type BundleToMove,
  copyGroups,
  countGroups,
  countOwned,
  countReceived,
  endOwnAvailability,
  giveOwned,
  lockMet,
  lockOwned,
  lockReceived,
  moveAnnotations,
  moveAvailability,
  moveFilings,
  readdress,
} from './migration.queries.ts'

interface UnitStep {
  readonly from: string
  readonly to: string
  readonly actor: Actor
  readonly now: Date
}

/**
 * The bundles that a unit made go with it in whatever state they are; those that it was given are addressed anew, and open
 * to the new unit what they opened to the old one, from the same moment (EST-088). Of a split, to the unit that takes
 * what no rule names.
 */
export const bundleMovers = [
  {
    kind: 'bundle-groups',
    words: ['grupo de blocos', 'grupos de blocos'],
    count: (db: Database, from: string) => countGroups(db, from),
    move: async (db: Database, { from, to }: UnitStep) => {
      await copyGroups(db, from, to)
      return { count: await countGroups(db, from), notes: [] }
    },
  },
  {
    kind: 'bundles',
    words: ['bloco gerado pela unidade', 'blocos gerados pela unidade'],
    count: (db: Database, from: string) => countOwned(db, from),
    move: async (db: Database, step: UnitStep) => {
      const owned = await lockOwned(db, step.from)
      await giveOwned(db, step.from, step.to)
      return { count: owned.length, notes: await settle(db, step) }
    },
  },
  {
    kind: 'received-bundles',
    words: ['bloco recebido pela unidade', 'blocos recebidos pela unidade'],
    count: (db: Database, from: string) => countReceived(db, from),
    move: async (db: Database, step: UnitStep) => {
      const received = await lockReceived(db, step.from)
      for (const bundle of received) await passOn(db, bundle, step)
      await readdress(db, step.from, step.to)
      return { count: received.length, notes: await settle(db, step) }
    },
  },
] as const

/** One bundle that the old unit had: closed to it, and open to the new one, with its word in the history. */
async function passOn(db: Database, bundle: BundleToMove, step: UnitStep): Promise<void> {
  const by = { accountId: step.actor.userId, now: step.now }
  const caseFileIds = await holdCaseFiles(db, bundle)
  const { hadIt, opens } = await moveAvailability(db, { bundleId: bundle.id, ...step }, by)
  if (hadIt) await closeToUnits(db, bundle, step.from, step.now)
  if (!opens) return
  await openToUnits(db, bundle, [step.to], step.now)
  if (bundle.ownerId !== step.to) await tell(db, bundle, caseFileIds, step)
}

/** What both movers end with: no bundle stays with the unit that made it, and what belongs to it is kept by the new unit. */
async function settle(db: Database, step: UnitStep): Promise<string[]> {
  const met = await lockMet(db, step.to)
  for (const bundle of met) await takeBack(db, bundle, step)
  await readdress(db, step.from, step.to)
  await moveAnnotations(db, step.from, step.to)
  const unassigned = await moveFilings(db, step.from, step.to, todayIn(step.now))
  return [
    ...met.map(({ number }) => `O bloco ${number} estava entre as unidades que se juntaram: foi dado como devolvido.`),
    ...unassigned.map((name) => `A atribuição de blocos a ${name} foi removida.`),
  ]
}

async function takeBack(db: Database, bundle: BundleToMove, { to, actor, now }: UnitStep): Promise<void> {
  await holdCaseFiles(db, bundle)
  await endOwnAvailability(db, { bundleId: bundle.id, unitId: to }, { accountId: actor.userId, now })
  await closeToUnits(db, bundle, to, now)
  const { unitsLeft, begun } = await beginNextTurn(db, bundle.id, now)
  if (begun) await openToUnits(db, bundle, [begun], now)
  if (unitsLeft === 0) await updateState(db, bundle.id, 'returned', now)
}

async function holdCaseFiles(db: Database, bundle: BundleToMove): Promise<readonly string[]> {
  if (bundle.kind === 'internal') return []
  const ids = await selectCasesOfItems(db, bundle.id)
  await holdForMigration(db, ids)
  return ids
}

/** What is opened to another unit stands in the history. */
async function tell(db: Database, bundle: BundleToMove, caseFileIds: readonly string[], step: UnitStep): Promise<void> {
  const [unit] = await db<{ acronym: string }[]>`select acronym from organization.unit where id = ${step.to}`
  const event = {
    kind: 'bundle-made-available',
    bundle: bundle.number,
    bundleKind: bundle.kind,
    to: unit?.acronym ?? '',
  } as const
  await record(
    db,
    step.actor,
    step.now,
    caseFileIds.map((caseFileId) => ({ caseFileId, event })),
  )
}
