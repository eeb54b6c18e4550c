import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { unitPeople } from '../../identity/index.ts'
import type { SignalKind } from '../bundle.ts'
import { deleteSignal, upsertFiling, upsertSignal } from '../bundles.queries.ts'
import { factsOf, findBundle } from '../find-bundle.ts'
import { selectGroup } from '../groups/groups.queries.ts'
import { refusalsToDo } from '../moves/moves.rules.ts'
import type { BundleRefusal } from '../refusals.text.ts'

export const longestComment = 500

/** Sets or takes away one of the marks of BLO-006, with who did it and when. Marks stop nobody. */
export async function signalBundle(
  db: Database,
  actor: Actor,
  number: string,
  signal: { readonly kind: SignalKind; readonly on: boolean; readonly text: string },
  now: Date,
): Promise<Outcome<true, BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, number, 'locked')
    if (!bundle) return undefined
    const text = signal.kind === 'commented' ? signal.text.trim() : ''
    const refusal = refused<BundleRefusal>([
      ...refusalsToDo('signal', factsOf(bundle)),
      ...(signal.on && signal.kind === 'commented' && text === '' ? [{ kind: 'comment' } as const] : []),
      ...(text.length > longestComment ? [{ kind: 'too-long', most: longestComment } as const] : []),
    ])
    if (refusal) return refusal
    if (signal.on) await upsertSignal(trx, actor, bundle.id, { kind: signal.kind, text }, now)
    else await deleteSignal(trx, bundle.id, signal.kind)
    return done(true)
  })
}

/** How the actor's unit keeps the bundle: with whom (BLO-007) and in which of its groups (BLO-008). */
export async function fileBundle(
  db: Database,
  actor: Actor,
  number: string,
  request: { readonly groupId: string | undefined; readonly assignedTo: string | undefined },
  now: Date,
): Promise<Outcome<true, BundleRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const bundle = await findBundle(trx, actor, number, 'locked')
    if (!bundle) return undefined
    const { groupId, assignedTo } = request
    const [group, people] = await Promise.all([
      groupId === undefined ? undefined : selectGroup(trx, actor, groupId),
      assignedTo === undefined ? [] : unitPeople(trx, actor.unitId, now),
    ])
    const refusal = refused<BundleRefusal>([
      ...refusalsToDo('file', factsOf(bundle)),
      ...(groupId !== undefined && (!group || (group.deactivated && groupId !== bundle.groupId))
        ? [{ kind: 'group' } as const]
        : []),
      ...(assignedTo !== undefined && !people.some(({ id }) => id === assignedTo) ? [{ kind: 'person' } as const] : []),
    ])
    if (refusal) return refusal
    await upsertFiling(trx, actor, bundle.id, { groupId: groupId ?? null, assignedTo: assignedTo ?? null }, now)
    return done(true)
  })
}
