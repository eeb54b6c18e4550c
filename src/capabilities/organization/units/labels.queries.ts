import type { Database } from '../../../platform/db/index.ts'
import type { Reach } from '../administration/reach.ts'

export interface UnitLabelRow {
  id: string
  agencyId: string
  acronym: string
  label: string
}

/** Active units whose acronym, alone or with its agency, is one of these texts. */
export async function selectByLabels(db: Database, texts: readonly string[], reach: Reach): Promise<UnitLabelRow[]> {
  const wanted = texts.map((text) => text.toLowerCase())
  return db<UnitLabelRow[]>`
    select u.id, u.agency_id as "agencyId", u.acronym, u.acronym || ' (' || g.acronym || ')' as label
      from organization.unit u join organization.agency g on g.id = u.agency_id
     where u.deactivated_at is null
       and (lower(u.acronym) = any (${wanted}::text[]) or lower(u.acronym || ' (' || g.acronym || ')') = any (${wanted}::text[]))
       ${within(db, reach)}
     limit 2000`
}

/** Labels to offer while typing. */
export async function selectLabels(db: Database, reach: Reach): Promise<string[]> {
  const rows = await db<{ label: string }[]>`
    select u.acronym || ' (' || g.acronym || ')' as label
      from organization.unit u join organization.agency g on g.id = u.agency_id
     where u.deactivated_at is null ${within(db, reach)}
     order by g.position, g.acronym, u.acronym limit 500`
  return rows.map(({ label }) => label)
}

function within(db: Database, { agencyId, unitIds }: Reach) {
  if (unitIds) return db`and u.id = any (${[...unitIds]}::bigint[])`
  return agencyId === undefined ? db`` : db`and u.agency_id = ${agencyId}`
}
