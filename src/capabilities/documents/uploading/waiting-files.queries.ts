import type { Database } from '../../../platform/db/index.ts'

export interface WaitingFileRow {
  id: string
  fileName: string
  /** Why it was refused; then there is no file. */
  problem: string | null
  sha256: string | null
  sizeBytes: string | null
  extension: string | null
  mediaType: string | null
}

export interface FileToWait {
  fileName: string
  problem: string | null
  sha256: string | null
  sizeBytes: number | null
  extension: string | null
  mediaType: string | null
}

export async function insertWaiting(
  db: Database,
  owner: { readonly accountId: string; readonly caseFileId: string },
  file: FileToWait,
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into documents.waiting_file (account_id, case_file_id, file_name, received_at, problem, sha256, size_bytes, extension, media_type)
    values (${owner.accountId}, ${owner.caseFileId}, ${file.fileName}, ${now}, ${file.problem}, ${file.sha256},
      ${file.sizeBytes}, ${file.extension}, ${file.mediaType}) returning id`
  if (!row) throw new Error('a received file was not noted')
  return row.id
}

/** Only what this person sent for this case file: ids of others are nobody's. In the order in which they came. */
export async function selectWaiting(
  db: Database,
  owner: { readonly accountId: string; readonly caseFileId: string },
  ids: readonly string[],
): Promise<WaitingFileRow[]> {
  if (ids.length === 0) return []
  return db<WaitingFileRow[]>`
    select id, file_name as "fileName", problem, sha256, size_bytes as "sizeBytes", extension, media_type as "mediaType"
      from documents.waiting_file
     where account_id = ${owner.accountId} and case_file_id = ${owner.caseFileId} and id = any (${[...ids]}::bigint[]) order by id`
}

/** Takes the files out of the waiting room: whoever comes second for one of them finds it gone. */
export async function takeWaiting(
  db: Database,
  owner: { readonly accountId: string; readonly caseFileId: string },
  ids: readonly string[],
): Promise<WaitingFileRow[]> {
  if (ids.length === 0) return []
  const rows = await db<WaitingFileRow[]>`
    delete from documents.waiting_file
     where account_id = ${owner.accountId} and case_file_id = ${owner.caseFileId} and id = any (${[...ids]}::bigint[])
       and problem is null
    returning id, file_name as "fileName", problem, sha256, size_bytes as "sizeBytes", extension, media_type as "mediaType"`
  return rows.sort((a, b) => Number(a.id) - Number(b.id))
}

export async function sweepWaiting(db: Database, before: Date): Promise<void> {
  await db`delete from documents.waiting_file where received_at < ${before}`
}
