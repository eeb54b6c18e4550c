import type { Database } from '../../platform/db/index.ts'

export interface SystemRow {
  jobsWaiting: number
  jobsFailing: number
  mailQueued: number
  mailKept: number
  mailRejected: number
  indexPending: number
  seals: number
  lastSealAt: Date | null
  databaseBytes: string
  databaseVersion: string
}

export async function selectSystem(db: Database): Promise<SystemRow> {
  const [row] = await db<SystemRow[]>`
    select (select count(*)::int from graphile_worker.jobs where attempts < max_attempts) as "jobsWaiting",
           (select count(*)::int from graphile_worker.jobs where attempts >= max_attempts) as "jobsFailing",
           (select count(*)::int from mail.message where state = 'queued' and state <> 'sent') as "mailQueued",
           (select count(*)::int from mail.message where state = 'kept' and state <> 'sent') as "mailKept",
           (select count(*)::int from mail.message where state = 'rejected' and state <> 'sent') as "mailRejected",
           (select count(*)::int from (select 1 from search.pending limit 10000) p) as "indexPending",
           (select coalesce(max(id), 0)::int from history.seal) as seals,
           (select s.sealed_at from history.seal s order by s.id desc limit 1) as "lastSealAt",
           pg_database_size(current_database()) as "databaseBytes",
           current_setting('server_version') as "databaseVersion"`
  if (!row) throw new Error('the system gave no figures')
  return row
}

/** Rows that nobody asks for any more: answered forms and results of acts older than two days. */
export async function deleteOldRequests(db: Database, before: Date): Promise<void> {
  await db`delete from platform.answered_request where asked_at < ${before}`
  await db`delete from platform.act_result where at < ${before}`
}
