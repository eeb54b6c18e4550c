import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function insertHold(db: Database, actor: Actor, caseFileId: string, reason: string, now: Date) {
  await db`insert into archive.hold (case_file_id, reason, placed_at, placed_by, placed_unit_id)
    values (${caseFileId}, ${reason}, ${now}, ${actor.userId}, ${actor.unitId})`
}

export async function endHold(db: Database, actor: Actor, caseFileId: string, reason: string, now: Date) {
  await db`update archive.hold set lifted_at = ${now}, lifted_by = ${actor.userId}, lift_reason = ${reason}
    where case_file_id = ${caseFileId} and lifted_at is null`
}

export async function insertTermEvent(
  db: Database,
  actor: Actor,
  event: { readonly caseFileId: string; readonly name: string; readonly on: string },
  now: Date,
) {
  await db`insert into archive.term_event (case_file_id, name, happened_on, recorded_at, recorded_by)
    values (${event.caseFileId}, ${event.name}, ${event.on}::date, ${now}, ${actor.userId})`
}

export async function withdrawTermEvent(db: Database, actor: Actor, id: string, now: Date) {
  await db`update archive.term_event set withdrawn_at = ${now}, withdrawn_by = ${actor.userId} where id = ${id}`
}

/** The unit that keeps the intermediate and the permanent archive of an agency. */
export async function selectArchiveUnit(
  db: Database,
  agencyId: string,
): Promise<{ id: string; acronym: string; label: string } | undefined> {
  const [row] = await db<{ id: string; acronym: string; label: string }[]>`
    select u.id, u.acronym, u.acronym || ' (' || g.acronym || ')' as label
      from archive.agency_archive a join organization.unit u on u.id = a.unit_id and u.deactivated_at is null
      join organization.agency g on g.id = u.agency_id where a.agency_id = ${agencyId}`
  return row
}

export async function upsertArchiveUnit(db: Database, agencyId: string, unitId: string, by: Actor, now: Date) {
  await db`insert into archive.agency_archive (agency_id, unit_id, changed_at, changed_by)
    values (${agencyId}, ${unitId}, ${now}, ${by.userId})
    on conflict (agency_id) do update set unit_id = excluded.unit_id, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}

export async function updateKeeper(db: Database, filingId: string, unitId: string, phase: string) {
  await db`update archive.filing set unit_id = ${unitId}, phase = ${phase} where id = ${filingId}`
}

export interface MemberRow {
  name: string
  unitAcronym: string
  role: string
  from: string
  until: string | null
}
