import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type BundleGroup, deleteGroup, insertGroup, selectGroups, setGroupDeactivated } from './groups.queries.ts'

export type { BundleGroup } from './groups.queries.ts'
export type GroupRefusal = { readonly kind: 'name' } | { readonly kind: 'taken' } | { readonly kind: 'not-empty' }
export type GroupChange = 'deactivate' | 'reactivate' | 'delete'

/** The groups in which the unit keeps its bundles, of all kinds. */
export function groupsOf(db: Database, actor: Actor): Promise<readonly BundleGroup[]> {
  return selectGroups(db, actor)
}

export async function makeGroup(
  db: Database,
  actor: Actor,
  name: string,
  now: Date,
): Promise<Outcome<true, GroupRefusal>> {
  const trimmed = name.trim()
  if (trimmed.length < 1 || trimmed.length > 60) return refuse({ kind: 'name' })
  return (await insertGroup(db, actor, trimmed, now)) ? done(true) : refuse({ kind: 'taken' })
}

/** Deactivated, a group takes no more bundles and keeps those it has; only an empty one is deleted (BLO-008). */
export async function changeGroup(
  db: Database,
  actor: Actor,
  id: string,
  change: GroupChange,
  now: Date,
): Promise<Outcome<true, GroupRefusal> | undefined> {
  if (change !== 'delete') {
    const found = await setGroupDeactivated(db, actor, id, change === 'deactivate' ? now : null)
    return found ? done(true) : undefined
  }
  const deleted = await deleteGroup(db, actor, id)
  if (deleted === 'missing') return undefined
  return deleted === 'deleted' ? done(true) : refuse({ kind: 'not-empty' })
}
