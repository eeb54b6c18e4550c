import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Holiday, HolidayToAdd } from './holiday.ts'

type Row = Omit<Holiday, 'agencyId'> & { agencyId: string | null }

/** Holidays of the agency and of all agencies, between days. */
export async function selectHolidays(
  db: Database,
  agencyId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<Holiday[]> {
  const rows = await db<Row[]>`
    select h.id, h.on_date::text as date, h.name, h.kind, h.agency_id as "agencyId" from organization.holiday h
     where (h.agency_id is null or h.agency_id = ${agencyId}) and h.on_date between ${from}::date and ${until}::date
     order by h.on_date, h.agency_id nulls first limit 2000`
  return rows.map(holidayOf)
}

export async function selectHoliday(db: Database, id: string): Promise<Holiday | undefined> {
  const [row] = await db<Row[]>`
    select h.id, h.on_date::text as date, h.name, h.kind, h.agency_id as "agencyId" from organization.holiday h
     where h.id = ${id}`
  return row && holidayOf(row)
}

/** How many were added: those whose day is already a holiday of the same agency are left as they are. */
export async function insertHolidays(db: Database, holidays: readonly HolidayToAdd[]): Promise<number> {
  const rows = await db`
    insert into organization.holiday (agency_id, on_date, name, kind)
    select h.agency_id, h.date, h.name, h.kind
      from jsonb_to_recordset(${JSON.stringify(
        holidays.map(({ agencyId, ...rest }) => ({ agency_id: agencyId ?? null, ...rest })),
      )}::text::jsonb) as h(agency_id bigint, date date, name text, kind text)
    on conflict do nothing returning 1`
  return rows.length
}

export async function deleteHoliday(db: Database, id: string): Promise<void> {
  await db`delete from organization.holiday where id = ${id}`
}

function holidayOf({ agencyId, ...rest }: Row): Holiday {
  return { ...rest, agencyId: agencyId ?? undefined }
}
