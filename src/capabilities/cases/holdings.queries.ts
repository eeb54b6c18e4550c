import type { Database } from '../../platform/db/index.ts'
import type { HoldingsChange } from './holdings.ts'

export async function closeHoldings(
  db: Database,
  caseFileId: string,
  closings: NonNullable<HoldingsChange['close']>,
  by: string,
  now: Date,
): Promise<void> {
  if (closings.length === 0) return
  await db`update cases.holding h set closed_at = ${now}, closed_by = ${by}, closing = c.closing
      from jsonb_to_recordset(${JSON.stringify(closings)}::text::jsonb) as c("unitId" bigint, closing text)
     where h.case_file_id = ${caseFileId} and h.unit_id = c."unitId" and h.closed_at is null`
}

export async function insertHoldings(
  db: Database,
  caseFileId: string,
  openings: NonNullable<HoldingsChange['open']>,
  now: Date,
): Promise<void> {
  if (openings.length === 0) return
  await db`insert into cases.holding (case_file_id, unit_id, origin, opened_at, received_at, received_by, seen_at, assigned_to)
    select ${caseFileId}, o."unitId", o.origin, ${now}, case when o."receivedBy" is not null then ${now}::timestamptz end,
           o."receivedBy", case when o.seen then ${now}::timestamptz end, o."assignedTo"
      from jsonb_to_recordset(${JSON.stringify(openings)}::text::jsonb)
        as o("unitId" bigint, origin text, "receivedBy" bigint, "assignedTo" bigint, seen boolean)`
}

/** What is annexed travels with its principal, so it passes where that passes (PRO-191). */
export async function insertPassages(
  db: Database,
  caseFileId: string,
  unitIds: readonly string[],
  now: Date,
): Promise<void> {
  if (unitIds.length === 0) return
  await db`insert into cases.passage (case_file_id, unit_id, first_at)
    select c.id, u::bigint, ${now}
      from (select ${caseFileId}::bigint as id union all
            select annexed_id from cases.annexation where principal_id = ${caseFileId} and undone_at is null) c,
           unnest(${[...unitIds]}::text[]) u
        on conflict do nothing`
}

export async function openUnitsOf(db: Database, caseFileId: string): Promise<number> {
  const [row] = await db<{ open: number }[]>`
    select count(*)::int as open from cases.holding where case_file_id = ${caseFileId} and closed_at is null`
  return row?.open ?? 0
}

/** The first opening in the unit to which it was sent. False where somebody of the unit was quicker. */
export async function updateReceived(db: Database, holdingId: string, by: string, now: Date): Promise<boolean> {
  const rows = await db`update cases.holding set received_at = ${now}, received_by = ${by}
    where id = ${holdingId} and received_at is null and closed_at is null returning 1`
  return rows.length > 0
}

export async function updateAssignee(db: Database, holdingId: string, accountId: string | null): Promise<void> {
  await db`update cases.holding set assigned_to = ${accountId} where id = ${holdingId} and closed_at is null`
}
