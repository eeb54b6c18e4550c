import type { Database } from '../../platform/db/index.ts'

/** The account by login, among those that the units' agencies know. */
export async function selectAccountId(db: Database, migrationId: string, login: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select a.id from identity.account a
     where a.login = lower(${login}) and a.agency_id in (
       select u.agency_id from unit_migration.migration_unit x join organization.unit u on u.id = x.unit_id
        where x.migration_id = ${migrationId}) order by a.id limit 1`
  return row?.id
}

/** A case file that is open in a unit to be split. What is confidential has no number here: it goes by person or type. */
export async function selectOpenCaseFileId(
  db: Database,
  migrationId: string,
  digits: string,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    select c.id from cases.case_file c
     where c.digits = ${digits} and c.effective_level <> 'confidential' and exists (
       select 1 from cases.holding h join unit_migration.migration_unit x on x.unit_id = h.unit_id and x.role = 'from'
        where h.case_file_id = c.id and h.closed_at is null and x.migration_id = ${migrationId})`
  return row?.id
}

export async function selectCaseTypes(db: Database): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`select id, name from classification.case_type order by name limit 2000`
}
