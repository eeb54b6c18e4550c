import type { Database } from '../../../platform/db/index.ts'

export interface MyAccountRow {
  id: string
  login: string
  name: string
  email: string
  agency: string
  hasPassword: boolean
  secondFactorSince: Date | null
  recoveryCodesLeft: number
}

export async function selectMyAccount(db: Database, accountId: string): Promise<MyAccountRow | undefined> {
  const [row] = await db<MyAccountRow[]>`
    select a.id, a.login, coalesce(a.social_name, a.name) as name, a.email, g.acronym || ' – ' || g.name as agency,
           a.password_hash is not null as "hasPassword",
           a.totp_confirmed_at as "secondFactorSince",
           (select count(*)::int from identity.recovery_code r where r.account_id = a.id and r.used_at is null) as "recoveryCodesLeft"
      from identity.account a join organization.agency g on g.id = a.agency_id
     where a.id = ${accountId} and a.disabled_at is null`
  return row
}
