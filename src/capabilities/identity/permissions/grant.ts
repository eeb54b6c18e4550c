import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type Editor, noteFields, type Reach, reaches } from '../../organization/index.ts'
import { grantProfile } from '../register-account.ts'
import { withReach } from '../users/administering.rules.ts'
import { wouldEndLastAdministrator } from '../users/last-administrator.ts'
import { mayRevoke } from '../users/revocable.rules.ts'
import type { Grant } from '../users/user.ts'
import { type GrantRefusal, refusalsToGrant } from './grant-profile.rules.ts'
import { endGrant, lockAccount, selectGrantWords, selectSameGrant } from './permissions.queries.ts'
import { tellGrant } from './permissions.text.ts'

export interface GrantRequest {
  readonly accountId: string
  readonly profileId: string
  /** One unit of an agency, or all of its units. */
  readonly place: { readonly agencyId: string; readonly unitId: string | undefined }
  readonly extendsToSubunits: boolean
  readonly administers: 'unit' | 'agency' | 'installation'
  readonly from: LocalDate
  readonly until: LocalDate | undefined
}

/**
 * Gives a person a profile in a unit, or in all units of an agency, between days (EST-021). It takes effect on its day
 * without any nightly job (EST-022). Answers undefined where the place is out of reach.
 */
export async function grant(
  db: Database,
  actor: Editor,
  reach: Reach,
  request: GrantRequest,
  now: Date,
): Promise<Outcome<true, GrantRefusal> | undefined> {
  const { accountId, profileId, place, from, until } = request
  if (!reaches(reach, place.agencyId, place.unitId)) return undefined
  const where = place.unitId === undefined ? { agencyId: place.agencyId } : { unitId: place.unitId }
  return inTransaction(db, async (trx) => {
    await lockAccount(trx, accountId)
    const same = { accountId, profileId, from, until, unitId: undefined, agencyId: undefined, ...where }
    const refusal = refused(
      refusalsToGrant({
        from,
        until,
        today: todayIn(now),
        // Days in the wrong order are no range to look for.
        alreadyGranted: (!until || until >= from) && (await selectSameGrant(trx, same)),
        administers: request.administers,
        reaches: reach.agencyId === undefined ? 'installation' : reach.unitIds ? 'unit' : 'agency',
      }),
    )
    if (refusal) return refusal
    await grantProfile(trx, {
      accountId,
      profileId,
      in: 'unitId' in where ? { ...where, extendsToSubunits: request.extendsToSubunits } : where,
      from,
      administers: request.administers,
      givenBy: actor.userId,
      ...(until ? { until } : {}),
    })
    const after = tellGrant(await selectGrantWords(trx, { profileId, ...place }, withReach), request)
    const change = { field: 'permissao', before: undefined, after }
    await noteFields(trx, actor, { register: 'user', id: accountId }, [change], now)
    return done(true)
  })
}

/** Takes a grant away, from this moment on. Answers undefined where it is over, or out of reach. */
export async function revoke(
  db: Database,
  actor: Editor,
  reach: Reach,
  from: { readonly accountId: string; readonly grant: Grant },
  now: Date,
): Promise<Outcome<true, { readonly kind: 'last-administrator' }> | undefined> {
  if (!mayRevoke(from.grant, reach)) return undefined
  return inTransaction(db, async (trx) => {
    if (await wouldEndLastAdministrator(trx, { grantId: from.grant.id }, now)) {
      return refuse({ kind: 'last-administrator' })
    }
    const by = { userId: actor.userId, now, today: todayIn(now) }
    if (!(await endGrant(trx, from.grant.id, from.accountId, by))) return undefined
    const change = { field: 'permissao', before: `${from.grant.profile} em ${from.grant.place}`, after: undefined }
    await noteFields(trx, actor, { register: 'user', id: from.accountId }, [change], now)
    return done(true)
  })
}
