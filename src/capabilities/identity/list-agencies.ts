import type { Database } from '../../platform/db/index.ts'

/** The agencies to choose from when signing in, in their own order. */
export async function listAgencies(db: Database): Promise<{ id: string; label: string }[]> {
  return db<{ id: string; label: string }[]>`
    select id, acronym || ' – ' || name as label from organization.agency
     where deactivated_at is null order by position, acronym`
}
