import type { Actor } from '../../../platform/actor.ts'
import { parseLocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import {
  insertBundle,
  replaceDestinations,
  selectUnits,
  takeNumber,
  updateBundle,
  upsertFiling,
} from '../bundles.queries.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { selectGroup } from '../groups/groups.queries.ts'
import { type BundleKind, refusalsToDo } from '../moves/moves.rules.ts'
import type { BundleRefusal } from '../refusals.text.ts'

export interface BundleRequest {
  readonly description: string
  /** Of the actor's unit; undefined: in none. */
  readonly groupId: string | undefined
  /** Ids of units, in the order of signature. Internal bundles go nowhere. */
  readonly destinations: readonly string[]
  readonly inOrder: boolean
  /** Local date. */
  readonly signBy: string | undefined
}

export const mostDestinations = 30

/** Makes a bundle of the actor's unit, with the next number of the installation (BLO-001). */
export async function makeBundle(
  db: Database,
  actor: Actor,
  request: BundleRequest & { readonly kind: BundleKind },
  now: Date,
): Promise<Outcome<{ number: string }, BundleRefusal>> {
  return inTransaction(db, async (trx) => {
    const fitting = ofKind(request.kind, request)
    const refusal = refused(await refusalsToKeep(trx, actor, fitting, undefined, now))
    if (refusal) return refusal
    // The number is taken after all questions: what is refused leaves no gap.
    const number = await takeNumber(trx)
    const bundle = { ...dataOf(fitting), number, kind: request.kind }
    const id = await insertBundle(trx, actor, bundle, now)
    await replaceDestinations(trx, id, fitting.destinations)
    if (fitting.groupId) await upsertFiling(trx, actor, id, { groupId: fitting.groupId, assignedTo: null }, now)
    return done({ number })
  })
}

/** Changes what a bundle is called, where it goes and how it is signed, while it is at home (BLO-011). */
export async function changeBundle(
  db: Database,
  actor: Actor,
  number: string,
  request: BundleRequest,
  now: Date,
): Promise<Outcome<true, BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, number, 'locked')
    if (!bundle) return undefined
    const fitting = ofKind(bundle.kind, request)
    const refusal = refused<BundleRefusal>([
      ...refusalsToDo('change', factsOf(bundle)),
      ...(await refusalsToKeep(trx, actor, fitting, bundle.groupId ?? undefined, now)),
    ])
    if (refusal) return refusal
    await updateBundle(trx, bundle.id, dataOf(fitting), now)
    await replaceDestinations(trx, bundle.id, fitting.destinations)
    const filing = { groupId: fitting.groupId ?? null, assignedTo: bundle.assignedTo }
    await upsertFiling(trx, actor, bundle.id, filing, now)
    return done(true)
  })
}

function dataOf({ description, inOrder, signBy }: BundleRequest) {
  return { description: description.trim(), inOrder, signBy: signBy ?? null }
}

/** Fields that a kind does not know are as if they had not been filled in. */
function ofKind(kind: BundleKind, request: BundleRequest): BundleRequest {
  return {
    ...request,
    destinations: kind === 'internal' ? [] : [...new Set(request.destinations)],
    inOrder: kind === 'signature' && request.inOrder,
    signBy: kind === 'signature' ? request.signBy : undefined,
  }
}

async function refusalsToKeep(
  db: Database,
  actor: Actor,
  request: BundleRequest,
  presentGroup: string | undefined,
  now: Date,
): Promise<BundleRefusal[]> {
  const { description, destinations, groupId, signBy } = request
  const today = todayIn(now)
  const [units, group] = await Promise.all([
    destinations.length === 0 ? [] : selectUnits(db, actor, { text: undefined, chosen: destinations, today }),
    groupId === undefined ? undefined : selectGroup(db, actor, groupId),
  ])
  const unfit = destinations.flatMap((id): BundleRefusal[] => {
    const unit = units.find((one) => one.id === id)
    return unit?.fit ? [] : [{ kind: 'unit', acronym: unit?.acronym ?? 'escolhida' }]
  })
  const length = description.trim().length
  return [
    ...(length < 1 || length > 250 ? [{ kind: 'description' } as const] : []),
    ...unfit,
    ...(destinations.length > mostDestinations ? [{ kind: 'too-many-units', most: mostDestinations } as const] : []),
    ...ofSignBy(signBy, today),
    // A deactivated group keeps what it has (BLO-008).
    ...(groupId !== undefined && (!group || (group.deactivated && groupId !== presentGroup))
      ? [{ kind: 'group' } as const]
      : []),
  ]
}

function ofSignBy(signBy: string | undefined, today: string): BundleRefusal[] {
  if (signBy === undefined) return []
  const day = parseLocalDate(signBy)
  if (!day || day > '2199-12-31') return [{ kind: 'deadline-unreadable' }]
  return day < today ? [{ kind: 'deadline-past' }] : []
}
