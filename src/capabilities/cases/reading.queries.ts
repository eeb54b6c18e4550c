import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

export async function upsertReading(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await db`insert into cases.reading (case_file_id, account_id, read_at) values (${caseFileId}, ${actor.userId}, ${now})
    on conflict (case_file_id, account_id) do update set read_at = excluded.read_at`
}

export async function deleteReading(db: Database, actor: Actor, caseFileId: string): Promise<void> {
  await db`delete from cases.reading where case_file_id = ${caseFileId} and account_id = ${actor.userId}`
}

export async function updateNews(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await db`update cases.case_file set news_at = ${now}, news_unit_id = ${actor.unitId} where id = ${caseFileId}`
}
