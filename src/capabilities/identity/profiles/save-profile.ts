import type { Permission } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, noteChange } from '../../organization/index.ts'
import { wouldEndLastAdministrator } from '../users/last-administrator.ts'
import { fieldsOfProfile } from './profile-fields.text.ts'
import {
  insertProfile,
  type ProfileRow,
  replacePermissions,
  selectProfiles,
  updateProfile,
} from './profiles.queries.ts'

export interface ProfileData {
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
}

export type ProfileRefusal = { readonly kind: 'name-taken' } | { readonly kind: 'last-administrator' }

/** All profiles by name, with how many people have each today. */
export function listProfiles(db: Database, now: Date): Promise<readonly ProfileRow[]> {
  return selectProfiles(db, todayIn(now))
}

export async function findProfile(db: Database, id: string, now: Date): Promise<ProfileRow | undefined> {
  return (await selectProfiles(db, todayIn(now), id))[0]
}

/** Makes a profile, perhaps from what another one permits (EST-025). */
export async function openProfile(
  db: Database,
  by: Editor,
  data: ProfileData,
  now: Date,
): Promise<Outcome<{ id: string }, ProfileRefusal>> {
  return inTransaction(db, async (trx) => {
    const id = await insertProfile(trx, data)
    if (!id) return refuse({ kind: 'name-taken' })
    await replacePermissions(trx, id, data.permissions)
    const fields = { before: undefined, after: fieldsOfProfile(data) }
    await noteChange(trx, by, { register: 'profile', id }, fields, now)
    return done({ id })
  })
}

/** Changes what a profile permits, for everybody who has it and from this moment on. */
export async function changeProfile(
  db: Database,
  by: Editor,
  id: string,
  data: ProfileData,
  now: Date,
): Promise<Outcome<true, ProfileRefusal>> {
  return inTransaction(db, async (trx) => {
    const before = await findProfile(trx, id, now)
    const keeps = data.permissions.includes('identity.manage')
    if (!keeps && (await wouldEndLastAdministrator(trx, { profileId: id }, now))) {
      return refuse({ kind: 'last-administrator' })
    }
    if (!(await updateProfile(trx, id, data))) return refuse({ kind: 'name-taken' })
    await replacePermissions(trx, id, data.permissions)
    const fields = { before: before && fieldsOfProfile(before), after: fieldsOfProfile(data) }
    await noteChange(trx, by, { register: 'profile', id }, fields, now)
    return done(true)
  })
}
