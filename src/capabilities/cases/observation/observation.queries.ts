import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function upsertObservation(
  db: Database,
  actor: Actor,
  caseFileId: string,
  text: string,
  now: Date,
): Promise<void> {
  await db`insert into cases.observation (case_file_id, unit_id, text, changed_at, changed_by)
    values (${caseFileId}, ${actor.unitId}, ${text}, ${now}, ${actor.userId})
    on conflict (case_file_id, unit_id) do update
      set text = excluded.text, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}

export async function deleteObservation(db: Database, actor: Actor, caseFileId: string): Promise<void> {
  await db`delete from cases.observation where case_file_id = ${caseFileId} and unit_id = ${actor.unitId}`
}

export interface ObservationRow {
  unitId: string
  unitAcronym: string
  text: string
  changedAt: Date
  changedBy: string
}

/** The observations of all units, oldest first (PRO-032). */
export async function selectObservations(db: Database, caseFileId: string): Promise<ObservationRow[]> {
  return db<ObservationRow[]>`
    select o.unit_id as "unitId", u.acronym as "unitAcronym", o.text, o.changed_at as "changedAt",
           coalesce(a.social_name, a.name) as "changedBy"
      from cases.observation o
      join organization.unit u on u.id = o.unit_id
      join identity.account a on a.id = o.changed_by
     where o.case_file_id = ${caseFileId} order by o.changed_at, o.unit_id`
}
