import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { unitPeople } from '../../identity/index.ts'
import { endKeeper, insertKeeper, type KeptCalendar, selectKept } from './keepers.queries.ts'

export type KeeperRefusal = 'not-of-the-unit' | 'too-many' | 'gone'

/** An agenda has a secretary or two, not a department. */
export const mostKeepers = 20

/** The holder names who keeps the agenda, and who administers offices. */
export function mayNameKeepers(actor: Actor, { isHolder }: Pick<KeptCalendar, 'isHolder'>): boolean {
  return isHolder || actor.permissions.has('identity.manage')
}

/**
 * Names somebody of the unit as keeper of the agenda of an office, or ends it (FLX-070). Undefined: there is no such agenda
 * here, or it is not for this person to say.
 */
export async function nameKeepers(
  db: Database,
  actor: Actor,
  change: { readonly officeId: string } & ({ readonly name: string } | { readonly end: string }),
  now: Date,
): Promise<Outcome<true, KeeperRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const kept = await selectKept(trx, actor, change.officeId, todayIn(now))
    if (!kept || !mayNameKeepers(actor, kept)) return undefined
    if ('end' in change) {
      return (await endKeeper(trx, actor, kept.officeId, change.end, now)) ? done(true) : refuse('gone')
    }
    if (kept.keepers.length >= mostKeepers) return refuse('too-many')
    const people = await unitPeople(trx, actor.unitId, now)
    if (!people.some(({ id }) => id === change.name)) return refuse('not-of-the-unit')
    await insertKeeper(trx, actor, { officeId: kept.officeId, accountId: change.name }, now)
    return done(true)
  })
}
