import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Bundle } from './bundle.ts'
import { lockBundle, selectBundle } from './bundles.queries.ts'
import type { BundleFacts } from './moves/moves.rules.ts'

/**
 * The one gate to bundles: the unit that made it, always; another while it has it, from its turn until it returns it or
 * is deprived of it. Undefined for "is not there" and "not for you" alike.
 */
export async function findBundle(
  db: Database,
  actor: Actor,
  number: string,
  mode: 'reading' | 'locked',
): Promise<Bundle | undefined> {
  if (!/^\d{1,15}$/.test(number)) return undefined
  if (mode === 'locked') await lockBundle(db, number)
  return selectBundle(db, actor, number)
}

/** What the table of moves asks of a bundle that has passed the gate. */
export function factsOf({ kind, state, side, itemCount, destinations }: Bundle): BundleFacts {
  return { kind, state, side, itemCount, destinationCount: destinations.length }
}
