import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { AgencyToRegister } from './register-agency.ts'
import type { UnitToRegister } from './register-unit.ts'

export async function insertAgency(db: Database, agency: AgencyToRegister): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into organization.agency (acronym, name, number_code, number_mask, letterhead, position)
      values (${agency.acronym}, ${agency.name}, ${agency.numberCode}, ${agency.numberMask}, ${agency.letterhead ?? ''}, ${agency.position ?? 0})
      on conflict (acronym) do nothing returning id, acronym, name
    ), named as (
      insert into organization.agency_name (agency_id, acronym, name, valid)
      select id, acronym, name, daterange(null, null) from made
    ) select id from made`
  return row?.id
}

export async function insertUnit(db: Database, unit: UnitToRegister, slug: string): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into organization.unit (agency_id, slug, acronym, name, number_code, address, city, state, phone,
        available_for_sending, warns_on_receipt, is_mailroom, is_archive, is_ombuds)
      values (${unit.agencyId}, ${slug}, ${unit.acronym}, ${unit.name}, ${unit.numberCode}, ${unit.address ?? ''},
        ${unit.city ?? ''}, ${unit.state ?? ''}, ${unit.phone ?? ''}, ${unit.availableForSending ?? true},
        ${unit.warnsOnReceipt ?? false}, ${unit.isMailroom ?? false}, ${unit.isArchive ?? false}, ${unit.isOmbuds ?? false})
      on conflict (agency_id, acronym) do nothing returning id, acronym, name
    ), named as (
      insert into organization.unit_name (unit_id, acronym, name, valid)
      select id, acronym, name, daterange(null, null) from made
    ) select id from made`
  return row?.id
}

export async function slugExists(db: Database, slug: string): Promise<boolean> {
  return (await db`select 1 from organization.unit where slug = ${slug}`).length > 0
}

export async function insertPlacement(
  db: Database,
  unitId: string,
  parentId: string | undefined,
  from: LocalDate,
): Promise<void> {
  await db`insert into organization.placement (unit_id, parent_id, valid)
    values (${unitId}, ${parentId ?? null}, daterange(${from}::date, null))`
}

export async function insertEmails(db: Database, unitId: string, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return
  await db`insert into organization.unit_email (unit_id, address) select ${unitId}, a from unnest(${[...addresses]}::text[]) a`
}

export async function insertCapacities(db: Database, unitId: string, titles: readonly string[]): Promise<void> {
  if (titles.length === 0) return
  await db`insert into organization.capacity (unit_id, title) select ${unitId}, t from unnest(${[...titles]}::text[]) t`
}
