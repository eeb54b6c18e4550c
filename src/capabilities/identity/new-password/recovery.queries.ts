import type { Database } from '../../../platform/db/index.ts'

export interface RecoverableRow {
  id: string
  name: string
  login: string
  email: string
  agency: string
}

/** Enabled people of this login who have an e-mail, in one agency or in all. */
export async function selectRecoverable(
  db: Database,
  login: string,
  agencyId: string | undefined,
): Promise<RecoverableRow[]> {
  return db<RecoverableRow[]>`
    select a.id, coalesce(a.social_name, a.name) as name, a.login, a.email, g.acronym as agency
      from identity.account a join organization.agency g on g.id = a.agency_id
     where a.login = ${login} and a.disabled_at is null and a.email <> ''
       ${agencyId === undefined ? db`` : db`and a.agency_id = ${agencyId}`}
     order by a.id limit 5`
}
