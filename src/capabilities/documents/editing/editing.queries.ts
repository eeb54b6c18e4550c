import type { Database } from '../../../platform/db/index.ts'

export interface DraftRow {
  content: unknown
  baseVersion: number
  savedAt: Date
  session: string
  sequence: number
}

export async function selectDraft(db: Database, documentId: string, accountId: string): Promise<DraftRow | undefined> {
  const [row] = await db<DraftRow[]>`
    select content, base_version as "baseVersion", saved_at as "savedAt", session, sequence::int from documents.draft
     where document_id = ${documentId} and account_id = ${accountId}`
  return row
}

export interface DraftToKeep {
  accountId: string
  unitId: string
  baseVersion: number
  json: string
  /** SHA-256 of `json`, in hexadecimal: what has that of the present version is no draft. */
  sha256: string
  session: string
  sequence: number
}

const upsert = (db: Database) => db`
  on conflict (document_id, account_id) do update set base_version = excluded.base_version, content = excluded.content,
         saved_at = excluded.saved_at, session = excluded.session, sequence = excluded.sequence
   where draft.session <> excluded.session or draft.sequence <= excluded.sequence
  returning saved_at as "savedAt"`

/** What became of a draft that was sent: kept, or the text of the version again, of which nothing waits. */
export interface KeptRow {
  savedAt: Date
  isVersion: boolean
}

/**
 * Keeps what is being typed, in one statement: every rule that the gate and the matrix would ask is asked here in SQL, so
 * that saving every few seconds costs one trip. No row means "not by this short way": the long one then says why, and
 * what is confidential always takes the long one, for its password.
 */
export async function upsertDraftIfAllowed(
  db: Database,
  number: string,
  draft: DraftToKeep,
  now: Date,
  aliveSince: Date,
): Promise<KeptRow | undefined> {
  const [row] = await db<KeptRow[]>`
    with allowed as (
    select d.id, v.saved_at, v.sha256 = decode(${draft.sha256}, 'hex') as same
      from documents.document d
      join documents.version v on v.document_id = d.id and v.number = d.version
      join cases.case_file c on c.id = d.case_file_id
      join cases.holding h on h.case_file_id = c.id and h.unit_id = ${draft.unitId} and h.closed_at is null
     where d.number = ${number} and d.kind = 'authored' and d.state = 'active' and d.locked_at is null and d.form_version_id is null
       and d.version = ${draft.baseVersion} and c.state = 'normal'
       and 'confidential' not in (d.level, c.level, c.effective_level)
       and (d.unit_id = ${draft.unitId} or d.unit_id in (select organization.lineage(${draft.unitId})))
       and not exists (select 1 from documents.co_signing s where s.document_id = d.id and s.until is null)
       and not exists (select 1 from documents.editing e
                        where e.document_id = d.id and e.account_id <> ${draft.accountId} and e.heartbeat_at > ${aliveSince})),
    gone as (
    delete from documents.draft using allowed
     where allowed.same and draft.document_id = allowed.id and draft.account_id = ${draft.accountId} and ${comesLater(db, draft)}),
    kept as (
    insert into documents.draft (document_id, account_id, base_version, content, saved_at, session, sequence)
    select id, ${draft.accountId}, ${draft.baseVersion}, ${draft.json}::text::json, ${now}, ${draft.session}, ${draft.sequence}
      from allowed where not same
    ${upsert(db)})
    select "savedAt", false as "isVersion" from kept
    union all select saved_at, true from allowed where same`
  return row
}

/** Not written by a later sending of the same page. */
const comesLater = (db: Database, { session, sequence }: Pick<DraftToKeep, 'session' | 'sequence'>) =>
  db`(draft.session <> ${session} or draft.sequence <= ${sequence})`

/** Throws away the draft of somebody whose text is that of the version again, asked by the long way. */
export async function deleteUndoneDraft(db: Database, documentId: string, draft: DraftToKeep): Promise<void> {
  await db`delete from documents.draft
    where document_id = ${documentId} and account_id = ${draft.accountId} and ${comesLater(db, draft)}`
}

/** Keeps a draft after the rules were asked by the long way. */
export async function upsertDraft(
  db: Database,
  documentId: string,
  draft: DraftToKeep,
  now: Date,
): Promise<{ savedAt: Date } | undefined> {
  const [row] = await db<{ savedAt: Date }[]>`
    insert into documents.draft (document_id, account_id, base_version, content, saved_at, session, sequence)
    values (${documentId}, ${draft.accountId}, ${draft.baseVersion}, ${draft.json}::text::json, ${now}, ${draft.session},
      ${draft.sequence}) ${upsert(db)}`
  return row
}

export interface HolderRow {
  accountId: string
  name: string
  since: Date
}

/** Who has the editor open and has shown signs of life. */
export async function selectHolder(db: Database, documentId: string, aliveSince: Date): Promise<HolderRow | undefined> {
  const [row] = await db<HolderRow[]>`
    select e.account_id as "accountId", coalesce(a.social_name, a.name) as name, e.since
      from documents.editing e join identity.account a on a.id = e.account_id
     where e.document_id = ${documentId} and e.heartbeat_at > ${aliveSince}`
  return row
}

/** Takes or keeps the pen, if nobody else who is alive has it; `force` takes it from whoever has it. */
export async function takePen(
  db: Database,
  documentId: string,
  who: { readonly userId: string; readonly unitId: string },
  at: { readonly now: Date; readonly aliveSince: Date; readonly force: boolean },
): Promise<boolean> {
  const rows = await db`
    insert into documents.editing as e (document_id, account_id, unit_id, since, heartbeat_at)
    values (${documentId}, ${who.userId}, ${who.unitId}, ${at.now}, ${at.now})
    on conflict (document_id) do update set account_id = excluded.account_id, unit_id = excluded.unit_id,
           heartbeat_at = excluded.heartbeat_at,
           since = case when e.account_id = excluded.account_id and e.heartbeat_at > ${at.aliveSince} then e.since else excluded.since end
     where e.account_id = excluded.account_id or e.heartbeat_at <= ${at.aliveSince} or ${at.force}
    returning 1`
  return rows.length > 0
}

export async function dropPen(db: Database, documentId: string, accountId: string): Promise<void> {
  await db`delete from documents.editing where document_id = ${documentId} and account_id = ${accountId}`
}
