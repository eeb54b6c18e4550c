import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

/** Copies of the person that wait or are being made. Two that are asked for at once wait here for each other. */
export async function countUnfinished(db: Database, accountId: string): Promise<number> {
  const [, rows] = await Promise.all([
    db`select pg_advisory_xact_lock(hashtextextended('output.export', ${accountId}::bigint))`,
    db<{ count: number }[]>`select count(*)::int as count from output.export
      where account_id = ${accountId} and state in ('queued', 'working')`,
  ])
  return rows[0]?.count ?? 0
}

export async function insertExport(
  db: Database,
  actor: Actor,
  copy: { readonly caseFileId: string; readonly kind: 'pdf' | 'zip'; readonly documentIds: readonly string[] },
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into output.export (case_file_id, kind, document_ids, account_id, unit_id, session_hash, total_count, asked_at)
    values (${copy.caseFileId}, ${copy.kind}, ${[...copy.documentIds]}::bigint[], ${actor.userId}, ${actor.unitId},
      decode(${actor.sessionHash}, 'hex'), ${copy.documentIds.length}, ${now})
    returning id`
  if (!row) throw new Error('no export was inserted')
  return row.id
}

export interface CopyRow {
  id: string
  caseFileId: string
  caseDigits: string
  kind: 'pdf' | 'zip'
  state: 'queued' | 'working' | 'ready' | 'failed'
  doneCount: number
  totalCount: number
  includedIds: string[]
  omittedCount: number
  sha256: string | null
  sizeBytes: string | null
  fileName: string | null
  problem: string | null
  askedAt: Date
  finishedAt: Date | null
}

const columns = (db: Database) => db`
  e.id, e.case_file_id as "caseFileId", c.digits as "caseDigits", e.kind, e.state, e.done_count as "doneCount",
  e.total_count as "totalCount", e.included_ids::text[] as "includedIds", e.omitted_count as "omittedCount", e.sha256,
  e.size_bytes as "sizeBytes", e.file_name as "fileName", e.problem, e.asked_at as "askedAt", e.finished_at as "finishedAt"`

/** A copy of this very person in this very unit; of nobody else. */
export async function selectCopy(db: Database, actor: Actor, id: string, since: Date): Promise<CopyRow | undefined> {
  const [row] = await db<CopyRow[]>`
    select ${columns(db)} from output.export e join cases.case_file c on c.id = e.case_file_id
     where e.id = ${id} and e.account_id = ${actor.userId} and e.unit_id = ${actor.unitId} and e.asked_at > ${since}`
  return row
}

/** The copies that the person asked for in this unit, newest first; of one case file, or of all. */
export async function selectCopies(
  db: Database,
  actor: Actor,
  request: { readonly since: Date; readonly caseFileId: string | undefined; readonly limit: number },
): Promise<CopyRow[]> {
  return db<CopyRow[]>`
    select ${columns(db)} from output.export e join cases.case_file c on c.id = e.case_file_id
     where e.account_id = ${actor.userId} and e.unit_id = ${actor.unitId} and e.asked_at > ${request.since}
       ${request.caseFileId === undefined ? db`` : db`and e.case_file_id = ${request.caseFileId}`}
     order by e.asked_at desc, e.id desc limit ${request.limit}`
}

/** A copy that failed is asked for anew, by this session, now. False where it is not failed any more. */
export async function requeue(db: Database, actor: Actor, id: string, now: Date): Promise<boolean> {
  const rows = await db`
    update output.export set state = 'queued', problem = null, finished_at = null, attempts = 0, done_count = 0,
           run_token = null, beat_at = null, asked_at = ${now}, session_hash = decode(${actor.sessionHash}, 'hex')
     where id = ${id} and state = 'failed' returning 1`
  return rows.length > 0
}
