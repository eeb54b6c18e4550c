import type { Permission } from '../../platform/actor.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import { insertAccount, insertAssignment, upsertProfile } from './accounts.queries.ts'

export interface AccountToRegister {
  readonly agencyId: string
  readonly login: string
  readonly name: string
  readonly socialName?: string
  readonly cpf?: string
  readonly email?: string
  /** From `hashPassword`. Absent: the person cannot sign in with a password yet. */
  readonly passwordHash?: string
}

/** Registers a person of an agency. Refused when the login or the CPF is taken there. */
export async function registerAccount(
  db: Database,
  account: AccountToRegister,
): Promise<Outcome<{ id: string }, { kind: 'already-registered' }>> {
  const id = await insertAccount(db, { ...account, login: account.login.toLowerCase() })
  return id ? done({ id }) : refuse({ kind: 'already-registered' })
}

/** Makes a profile, or gives an existing one of this name exactly these permissions. */
export async function registerProfile(
  db: Database,
  profile: { readonly name: string; readonly description: string; readonly permissions: readonly Permission[] },
): Promise<{ id: string }> {
  return { id: await upsertProfile(db, profile) }
}

export interface ProfileGrant {
  readonly accountId: string
  readonly profileId: string
  readonly in: { readonly unitId: string; readonly extendsToSubunits?: boolean } | { readonly agencyId: string }
  readonly from: LocalDate
  /** Last day; without end when absent. */
  readonly until?: LocalDate
  /** How far its permissions to administrate reach; the agency when absent (EST-026). */
  readonly administers?: 'unit' | 'agency' | 'installation'
  readonly givenBy?: string
}

/** Gives somebody a profile in a unit, or in all units of an agency, between dates (EST-021). */
export async function grantProfile(db: Database, grant: ProfileGrant): Promise<void> {
  await insertAssignment(db, grant)
}
