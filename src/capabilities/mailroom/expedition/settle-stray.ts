import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { updateStray } from './lists.queries.ts'

/** Says what became of a return that nobody knew. Answers whether it was still open here. */
export async function settleStray(
  db: Database,
  actor: Actor,
  stray: { readonly id: string; readonly settlement: string },
  now: Date,
): Promise<boolean> {
  return updateStray(db, actor, stray, now)
}
