import type { Database } from '../../platform/db/index.ts'
import type { CaseFileToPlace } from './destination.rules.ts'

/** Type and assignee of case files, for the rules of a split. */
export async function selectToPlace(
  db: Database,
  caseFileIds: readonly string[],
  from: readonly string[],
): Promise<CaseFileToPlace[]> {
  return db<CaseFileToPlace[]>`
    select c.id as "caseFileId", c.case_type_id as "caseTypeId",
           (select h.assigned_to from cases.holding h where h.case_file_id = c.id and h.closed_at is null
               and h.unit_id = any (${[...from]}::text[]::bigint[]) and h.assigned_to is not null limit 1) as "accountId"
      from cases.case_file c where c.id = any (${[...caseFileIds]}::text[]::bigint[])`
}

export interface UnitStandingRow {
  id: string
  acronym: string
  agencyId: string
  deactivated: boolean
  placed: boolean
  succeeded: boolean
  available: boolean
  hasAddress: boolean
  /** Another migration that is being carried out takes part of it. */
  elsewhere: boolean
}

/** Whether the units can give and take, all in one statement. */
export async function selectStanding(
  db: Database,
  migrationId: string,
  unitIds: readonly string[],
  today: string,
): Promise<UnitStandingRow[]> {
  return db<UnitStandingRow[]>`
    select u.id, u.acronym, u.agency_id as "agencyId", u.deactivated_at is not null as deactivated,
           u.succeeded_at is not null as succeeded, u.available_for_sending as available,
           u.address <> '' and u.city <> '' as "hasAddress",
           exists (select 1 from organization.placement p where p.unit_id = u.id and p.valid @> ${today}::date) as placed,
           exists (select 1 from unit_migration.migration_unit x join unit_migration.migration m on m.id = x.migration_id
                    where x.unit_id = u.id and m.id <> ${migrationId} and m.state in ('running', 'failed')) as elsewhere
      from organization.unit u where u.id = any (${[...unitIds]}::text[]::bigint[])`
}

/** Names of accounts, by id. */
export async function selectNames(
  db: Database,
  accountIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select id, coalesce(social_name, name) as name from identity.account
     where id = any (${[...accountIds]}::text[]::bigint[]) order by 2`
}

export async function acronymIsTaken(db: Database, unitId: string, acronym: string): Promise<boolean> {
  const rows = await db`select 1 from organization.unit u join organization.unit o
      on o.agency_id = u.agency_id and o.id <> u.id and o.acronym = ${acronym} where u.id = ${unitId}`
  return rows.length > 0
}
