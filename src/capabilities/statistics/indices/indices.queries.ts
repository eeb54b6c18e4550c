import type { Database } from '../../../platform/db/index.ts'

export interface ClosedMonthRow {
  month: string
  closedAt: Date
  countsDrafts: boolean
  countsBornDigitalFiles: boolean
  minimumUsers: number
  externalUsers: number
  registeredUsers: number
  documents: number
  storageBytes: number
}

/** The closed months, newest first; sixty at most. */
export async function selectClosedMonths(db: Database): Promise<ClosedMonthRow[]> {
  return db<ClosedMonthRow[]>`
    select to_char(month, 'YYYY-MM') as month, closed_at as "closedAt", counts_drafts as "countsDrafts",
           counts_born_digital_files as "countsBornDigitalFiles", minimum_users as "minimumUsers",
           external_users as "externalUsers", registered_users as "registeredUsers", documents::float8 as documents,
           storage_bytes::float8 as "storageBytes"
      from statistics.closed_month order by statistics.closed_month.month desc limit 60`
}

export interface ClosedAgencyRow {
  agencyId: string
  acronym: string
  bornDigital: number
  digitized: number
  users: number
}

/** The counts of the agencies in a closed month, `2026-10`. */
export async function selectClosedAgencies(db: Database, month: string): Promise<ClosedAgencyRow[]> {
  return db<ClosedAgencyRow[]>`
    select agency_id as "agencyId", acronym, born_digital as "bornDigital", digitized, users
      from statistics.closed_agency where month = ${`${month}-01`}::date order by acronym limit 1000`
}

export interface ClosedUnitRow {
  acronym: string
  bornDigital: number
  digitized: number
  notPublic: number
}

/** The counts behind those of an agency, unit by unit. */
export async function selectClosedUnits(db: Database, month: string, agencyId: string): Promise<ClosedUnitRow[]> {
  return db<ClosedUnitRow[]>`
    select acronym, born_digital as "bornDigital", digitized, not_public as "notPublic"
      from statistics.closed_unit where month = ${`${month}-01`}::date and agency_id = ${agencyId}
     order by born_digital + digitized desc, acronym limit 2000`
}

export interface DefinitionRow {
  countsDrafts: boolean
  countsBornDigitalFiles: boolean
  minimumUsers: number
}

export async function selectDefinition(db: Database): Promise<DefinitionRow> {
  const [row] = await db<DefinitionRow[]>`
    select counts_drafts as "countsDrafts", counts_born_digital_files as "countsBornDigitalFiles", minimum_users as "minimumUsers"
      from statistics.definition order by id desc limit 1`
  if (!row) throw new Error('the indices have no definition')
  return row
}

export async function insertDefinition(db: Database, row: DefinitionRow, by: string, now: Date): Promise<void> {
  await db`insert into statistics.definition (counts_drafts, counts_born_digital_files, minimum_users, since, set_by)
    values (${row.countsDrafts}, ${row.countsBornDigitalFiles}, ${row.minimumUsers}, ${now}, ${by})`
}
