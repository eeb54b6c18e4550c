import type { Database } from '../../../platform/db/index.ts'

export interface SuggestingRow {
  content: unknown
  baseVersion: number
  savedAt: Date
  session: string
  sequence: number
}

/** What this person is writing in the mode of suggestions and has not sent. */
export async function selectSuggesting(
  db: Database,
  documentId: string,
  accountId: string,
): Promise<SuggestingRow | undefined> {
  const [row] = await db<SuggestingRow[]>`
    select content, base_version as "baseVersion", saved_at as "savedAt", session, sequence::int from reviewing.suggesting
     where document_id = ${documentId} and account_id = ${accountId}`
  return row
}

export interface SuggestingToKeep {
  readonly documentId: string
  readonly accountId: string
  readonly baseVersion: number
  readonly json: string
  readonly session: string
  readonly sequence: number
}

/** What comes late from the same page changes nothing. */
export async function upsertSuggesting(db: Database, kept: SuggestingToKeep, now: Date): Promise<void> {
  await db`
    insert into reviewing.suggesting (document_id, account_id, base_version, content, saved_at, session, sequence)
    values (${kept.documentId}, ${kept.accountId}, ${kept.baseVersion}, ${kept.json}::text::json, ${now}, ${kept.session}, ${kept.sequence})
    on conflict (document_id, account_id) do update set base_version = excluded.base_version, content = excluded.content,
           saved_at = excluded.saved_at, session = excluded.session, sequence = excluded.sequence
     where suggesting.session <> excluded.session or suggesting.sequence <= excluded.sequence`
}

export async function deleteSuggesting(db: Database, documentId: string, accountId: string): Promise<void> {
  await db`delete from reviewing.suggesting where document_id = ${documentId} and account_id = ${accountId}`
}
