import type { Database } from '../../platform/db/index.ts'

/** Whether the person was here before the version came out, and has not seen its news: a part of a statement. */
export function isNews(db: Database, accountId: string, version: string, date: string) {
  return db`exists (
    select 1 from identity.account a
     where a.id = ${accountId} and a.created_at < ${date}::date
       and not exists (select 1 from news.reading r where r.account_id = a.id and r.version = ${version}))`
}

export async function insertReading(db: Database, accountId: string, version: string, now: Date): Promise<void> {
  await db`insert into news.reading (account_id, version, at) values (${accountId}, ${version}, ${now}) on conflict do nothing`
}
