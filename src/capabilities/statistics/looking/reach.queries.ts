import type { Database } from '../../../platform/db/index.ts'
import { type Reach, unitWithinReach } from '../../organization/index.ts'

export interface UnitRow {
  id: string
  agencyId: string
  acronym: string
  name: string
  agencyAcronym: string
}

const columns = (db: Database) => db`
  u.id, u.agency_id as "agencyId", u.acronym, u.name, a.acronym as "agencyAcronym"`

/** A unit, if it is the own one or within reach. */
export async function selectUnit(
  db: Database,
  id: string,
  ownUnitId: string,
  reach: Reach | undefined,
): Promise<UnitRow | undefined> {
  const [row] = await db<UnitRow[]>`
    select ${columns(db)} from organization.unit u join organization.agency a on a.id = u.agency_id
     where u.id = ${id} and (u.id = ${ownUnitId} or ${reach ? unitWithinReach(db, reach) : db`false`})`
  return row
}

/** The units that may be chosen, those in use first; 1,000 at most. */
export async function selectUnits(db: Database, reach: Reach): Promise<UnitRow[]> {
  return db<UnitRow[]>`
    select ${columns(db)} from organization.unit u join organization.agency a on a.id = u.agency_id
     where ${unitWithinReach(db, reach)}
     order by a.acronym, (u.deactivated_at is not null), u.acronym limit 1000`
}

/** Case types for a choice; 1,000 at most. */
export async function selectCaseTypes(db: Database): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`select id, name from classification.case_type order by name limit 1000`
}
