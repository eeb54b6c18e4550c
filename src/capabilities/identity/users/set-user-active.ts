import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, noteActive } from '../../organization/index.ts'
import { endSessions } from '../sessions.queries.ts'
import { wouldEndLastAdministrator } from './last-administrator.ts'
import { updateDisabled } from './users.queries.ts'

export type DisableRefusal = { readonly kind: 'own-account' } | { readonly kind: 'last-administrator' }

/** Disables a person: their sessions end at once, and all they did stays (EST-028). */
export async function disableUser(
  db: Database,
  actor: Editor,
  user: { readonly id: string },
  now: Date,
): Promise<Outcome<true, DisableRefusal>> {
  if (actor.userId === user.id) return refuse({ kind: 'own-account' })
  return inTransaction(db, async (trx) => {
    if (await wouldEndLastAdministrator(trx, { accountId: user.id }, now)) return refuse({ kind: 'last-administrator' })
    await Promise.all([updateDisabled(trx, user.id, now), endSessions(trx, user.id, undefined, now)])
    await noteActive(trx, actor, { register: 'user', id: user.id }, false, now)
    return done(true)
  })
}

/** Lets a disabled person sign in again. Ended sessions stay ended. */
export async function enableUser(
  db: Database,
  actor: Editor,
  user: { readonly id: string; readonly active: boolean },
  now: Date,
): Promise<void> {
  if (user.active) return
  await inTransaction(db, async (trx) => {
    await updateDisabled(trx, user.id, undefined)
    await noteActive(trx, actor, { register: 'user', id: user.id }, true, now)
  })
}
