import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { findCaseFiles } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import type { Bundle } from '../bundle.ts'
import { selectUnits } from '../bundles.queries.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { selectCasesOfItems } from '../items/items.queries.ts'
import type { BundleRefusal } from '../refusals.text.ts'
import { closeToUnits, openToUnits } from './access-of-bundle.ts'
import { refusalsOfItems } from './items-to-go.ts'
import {
  beginNextTurn,
  deleteBundleRow,
  endAvailabilities,
  insertAvailabilities,
  selectHolders,
  updateState,
  wasEverReturned,
} from './moves.queries.ts'
import { type BundleState, type Move, refusalsToDo, stateAfter } from './moves.rules.ts'

export interface MoveRequest {
  readonly number: string
  readonly move: Move
  /** What a receiver writes when it returns the bundle. */
  readonly note?: string
}

/**
 * Takes a bundle through one move of BLO-002. Answers where it now is; undefined state: it was deleted. The bundle is
 * held first, then its case files, so that signing and editing come wholly before the move or wholly after: what it
 * opens to other units, or closes, is so from the same moment for everybody. Undefined when there is no such bundle for
 * this actor.
 */
export async function moveBundle(
  db: Database,
  actor: Actor,
  { number, move, note = '' }: MoveRequest,
  now: Date,
): Promise<Outcome<{ state: BundleState | undefined }, BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, number, 'locked')
    if (!bundle) return undefined
    const caseFileIds = await holdCaseFiles(trx, actor, bundle, now)
    const refusal = refused<BundleRefusal>([
      ...refusalsToDo(move, factsOf(bundle)),
      ...(note.length > longestNote ? [{ kind: 'too-long', most: longestNote } as const] : []),
      ...(move === 'make-available' ? await refusalsToGo(trx, actor, bundle, now) : []),
    ])
    if (refusal) return refusal
    const unitsLeft = await carryOut(trx, actor, { bundle, move, note }, now)
    const wasReturned = await wasEverReturned(trx, bundle.id)
    const state = stateAfter(move, { wasReturned, hasDestinations: bundle.destinations.length > 0, unitsLeft })
    if (state === undefined) await deleteBundleRow(trx, bundle.id)
    else if (state !== bundle.state) await updateState(trx, bundle.id, state, now)
    await tell(trx, actor, { bundle, move, caseFileIds }, now)
    return done({ state })
  })
}

export const longestNote = 500

async function holdCaseFiles(db: Database, actor: Actor, bundle: Bundle, now: Date): Promise<string[]> {
  if (bundle.kind === 'internal') return []
  const ids = await selectCasesOfItems(db, bundle.id)
  const keys = ids.map((id) => ({ id }))
  if (keys.length > 0) await findCaseFiles(db, actor, keys, 'locked', now)
  return ids
}

/** Units and items are asked again on the way out: much may have changed since they were chosen. */
async function refusalsToGo(db: Database, actor: Actor, bundle: Bundle, now: Date): Promise<BundleRefusal[]> {
  const chosen = bundle.destinations.map(({ unitId }) => unitId)
  const units =
    chosen.length === 0 ? [] : await selectUnits(db, actor, { text: undefined, chosen, today: todayIn(now) })
  return [
    ...units.flatMap(({ fit, acronym }) => (fit ? [] : [{ kind: 'unit', acronym } as const])),
    ...(await refusalsOfItems(db, actor, bundle, now)),
  ]
}

/** The rows of availability and what they open or close. Answers how many units have the bundle, or wait, afterwards. */
async function carryOut(
  db: Database,
  actor: Actor,
  { bundle, move, note }: { readonly bundle: Bundle; readonly move: Move; readonly note: string },
  now: Date,
): Promise<number> {
  switch (move) {
    case 'make-available': {
      await insertAvailabilities(db, actor, bundle, now)
      await openToUnits(db, bundle, await selectHolders(db, bundle.id), now)
      return bundle.destinations.length
    }
    case 'cancel': {
      await endAvailabilities(db, actor, { bundleId: bundle.id, how: 'cancelled' }, now)
      await closeToUnits(db, bundle, undefined, now)
      return 0
    }
    case 'return': {
      const ending = { bundleId: bundle.id, how: 'returned', unitId: actor.unitId, note: note.trim() } as const
      await endAvailabilities(db, actor, ending, now)
      await closeToUnits(db, bundle, actor.unitId, now)
      const { unitsLeft, begun } = await beginNextTurn(db, bundle.id, now)
      if (begun) await openToUnits(db, bundle, [begun], now)
      return unitsLeft
    }
    default:
      return 0
  }
}

/** What opens or closes a case file to other units stands in its history. */
async function tell(
  db: Database,
  actor: Actor,
  { bundle, move, caseFileIds }: { bundle: Bundle; move: Move; caseFileIds: readonly string[] },
  now: Date,
): Promise<void> {
  const about = { bundle: bundle.number, bundleKind: bundle.kind }
  const to = bundle.destinations.map(({ acronym }) => acronym).join(', ')
  const events = {
    'make-available': { kind: 'bundle-made-available', ...about, to },
    cancel: { kind: 'bundle-cancelled', ...about },
    return: { kind: 'bundle-returned', ...about },
  } as const
  const event = move in events ? events[move as keyof typeof events] : undefined
  if (!event) return
  await record(
    db,
    actor,
    now,
    caseFileIds.map((caseFileId) => ({ caseFileId, event })),
  )
}
