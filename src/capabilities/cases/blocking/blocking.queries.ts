import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function insertBlocking(
  db: Database,
  actor: Actor,
  caseFileId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await db`insert into cases.blocking (case_file_id, unit_id, reason, started_at, started_by)
    values (${caseFileId}, ${actor.unitId}, ${reason}, ${now}, ${actor.userId})`
}

export async function endBlocking(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await db`update cases.blocking set ended_at = ${now}, ended_by = ${actor.userId}
    where case_file_id = ${caseFileId} and ended_at is null`
}

export interface BlockingRow {
  unitAcronym: string
  reason: string
  startedAt: Date
  startedBy: string
}

export async function selectBlocking(db: Database, caseFileId: string): Promise<BlockingRow | undefined> {
  const [row] = await db<BlockingRow[]>`
    select u.acronym as "unitAcronym", b.reason, b.started_at as "startedAt", coalesce(a.social_name, a.name) as "startedBy"
      from cases.blocking b
      join organization.unit u on u.id = b.unit_id
      join identity.account a on a.id = b.started_by
     where b.case_file_id = ${caseFileId} and b.ended_at is null`
  return row
}
