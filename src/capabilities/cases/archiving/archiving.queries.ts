import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function insertArchiving(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await db`insert into cases.archiving (case_file_id, unit_id, started_at, started_by)
    values (${caseFileId}, ${actor.unitId}, ${now}, ${actor.userId})`
}

export async function endArchiving(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await db`update cases.archiving set ended_at = ${now}, ended_by = ${actor.userId}
    where case_file_id = ${caseFileId} and ended_at is null`
}
