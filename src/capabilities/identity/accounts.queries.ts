import type { Permission } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { AccountToRegister, ProfileGrant } from './register-account.ts'

export async function insertAccount(db: Database, account: AccountToRegister): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into identity.account (agency_id, login, name, social_name, cpf, email, password_hash)
    values (${account.agencyId}, ${account.login}, ${account.name}, ${account.socialName ?? null}, ${account.cpf ?? null},
      ${account.email ?? ''}, ${account.passwordHash ?? null})
    on conflict do nothing returning id`
  return row?.id
}

export async function upsertProfile(
  db: Database,
  profile: { readonly name: string; readonly description: string; readonly permissions: readonly Permission[] },
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into identity.profile (name, description) values (${profile.name}, ${profile.description})
    on conflict (name) do update set description = excluded.description returning id`
  if (!row) throw new Error('a profile was neither made nor found')
  await db`delete from identity.profile_permission where profile_id = ${row.id}`
  await db`insert into identity.profile_permission (profile_id, permission)
    select ${row.id}, p from unnest(${[...profile.permissions]}::text[]) p`
  return row.id
}

export async function insertAssignment(db: Database, grant: ProfileGrant): Promise<void> {
  const unitId = 'unitId' in grant.in ? grant.in.unitId : null
  const agencyId = 'agencyId' in grant.in ? grant.in.agencyId : null
  const extendsToSubunits = 'unitId' in grant.in && (grant.in.extendsToSubunits ?? false)
  await db`insert into identity.assignment (account_id, profile_id, unit_id, agency_id, extends_to_subunits, administers, valid, given_by)
    values (${grant.accountId}, ${grant.profileId}, ${unitId}, ${agencyId}, ${extendsToSubunits}, ${grant.administers ?? 'agency'},
      daterange(${grant.from}::date, ${grant.until ?? null}::date, '[]'), ${grant.givenBy ?? null})`
}
