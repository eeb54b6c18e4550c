import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import { insertCredential } from './credentials.queries.ts'

/** By whose hand it comes: of a holder, one by one or many at once, or of the unit's register (PRO-089). */
export type WayOfGranting = 'granted' | 'transferred' | 'activated'

/**
 * Gives a credential and tells it in the history (PRO-080, PRO-090). False where this person already has an active one
 * in this unit: then nothing happens. The caller holds the case file locked, or has just made it.
 */
export async function grantTo(
  db: Database,
  actor: Actor,
  caseFileId: string,
  to: { readonly userId: string; readonly name: string; readonly unitId: string; readonly unitAcronym: string },
  now: Date,
  way: WayOfGranting = 'granted',
): Promise<boolean> {
  if (!(await insertCredential(db, actor, caseFileId, to, now))) return false
  const event = { kind: `credential-${way}`, to: to.name, unit: to.unitAcronym } as const
  await record(db, actor, now, [{ caseFileId, event }])
  return true
}
