import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

/** What a remark is about: a case file, or one document of it. */
export interface Subject {
  readonly caseFileId: string
  readonly documentId: string | undefined
}

export interface CommentRow {
  id: string
  text: string
  author: string
  /** Of the actor's unit, or of one that it succeeds. */
  ours: boolean
  unitAcronym: string
  at: Date
  changedAt: Date | null
  deletedAt: Date | null
  deletedBy: string | null
}

export interface AcknowledgementRow {
  id: string
  person: string
  unitAcronym: string
  at: Date
}

export interface RemarkRows {
  /** The latest ones, oldest first; those taken back without their words. */
  readonly comments: readonly CommentRow[]
  /** The latest ones, newest first. */
  readonly acknowledgements: readonly AcknowledgementRow[]
}

/** What people wrote about a subject and who declared to know of it, in one statement. */
export async function selectRemarks(db: Database, actor: Actor, subject: Subject): Promise<RemarkRows> {
  const [row] = await db<InJson<RemarkRows>[]>`
    select (select coalesce(jsonb_agg(to_jsonb(x) order by x.key), '[]') from (${comments(db, actor, subject)}) x) as comments,
           (select coalesce(jsonb_agg(to_jsonb(x) order by x.key desc), '[]') from (${acknowledgements(db, subject)}) x) as acknowledgements`
  if (!row) throw new Error('a select without a source gave no row')
  return {
    comments: row.comments.map((comment) => ({
      ...comment,
      at: new Date(comment.at),
      changedAt: comment.changedAt === null ? null : new Date(comment.changedAt),
      deletedAt: comment.deletedAt === null ? null : new Date(comment.deletedAt),
    })),
    acknowledgements: row.acknowledgements.map((one) => ({ ...one, at: new Date(one.at) })),
  }
}

/** Moments as text: JSON has none. */
type InJson<Value> = Value extends Date
  ? string
  : Value extends object
    ? { [Key in keyof Value]: InJson<Value[Key]> }
    : Value

const ours = (db: Database, actor: Actor) => db`k.unit_id in (select organization.lineage(${actor.unitId}))`

const comments = (db: Database, actor: Actor, { caseFileId, documentId }: Subject) => db`
      select k.id as key, k.id::text as id, k.text, coalesce(a.social_name, a.name) as author, ${ours(db, actor)} as ours,
             coalesce(n.acronym, u.acronym) as "unitAcronym", k.at, k.changed_at as "changedAt",
             k.deleted_at as "deletedAt", coalesce(x.social_name, x.name) as "deletedBy"
        from remarks.comment k
        join identity.account a on a.id = k.account_id
        join organization.unit u on u.id = k.unit_id
        left join organization.unit_name n on n.unit_id = k.unit_id and n.valid @> k.at::date
        left join identity.account x on x.id = k.deleted_by
       where ${about(db, caseFileId, documentId)} order by k.id desc limit 200`

const acknowledgements = (db: Database, { caseFileId, documentId }: Subject) => db`
    select k.id as key, k.id::text as id, coalesce(a.social_name, a.name) as person, coalesce(n.acronym, u.acronym) as "unitAcronym", k.at
      from remarks.acknowledgement k
      join identity.account a on a.id = k.account_id
      join organization.unit u on u.id = k.unit_id
      left join organization.unit_name n on n.unit_id = k.unit_id and n.valid @> k.at::date
     where ${about(db, caseFileId, documentId)} order by k.id desc limit 200`

const about = (db: Database, caseFileId: string, documentId: string | undefined) =>
  documentId === undefined
    ? db`k.case_file_id = ${caseFileId} and k.document_id is null`
    : db`k.document_id = ${documentId}`

export interface CommentToTouch {
  id: string
  text: string
  ours: boolean
  deleted: boolean
  caseFileId: string
  /** The nº SEI of the document that it is about. */
  number: string | null
}

/** A comment before any gate: its subject has to pass one. */
export async function selectComment(
  db: Database,
  actor: Actor,
  id: string,
  locked: boolean,
): Promise<CommentToTouch | undefined> {
  const [row] = await db<CommentToTouch[]>`
    select k.id, k.text, ${ours(db, actor)} as ours, k.deleted_at is not null as deleted,
           coalesce(d.case_file_id, k.case_file_id) as "caseFileId", lpad(d.number::text, 7, '0') as number
      from remarks.comment k left join documents.document d on d.id = k.document_id
     where k.id = ${id} ${locked ? db`for update of k` : db``}`
  return row
}

export async function insertComment(
  db: Database,
  actor: Actor,
  { caseFileId, documentId }: Subject,
  text: string,
  now: Date,
): Promise<void> {
  await db`insert into remarks.comment (case_file_id, document_id, text, account_id, unit_id, at)
    values (${caseFileId}, ${documentId ?? null}, ${text}, ${actor.userId}, ${actor.unitId}, ${now})`
}

export async function updateComment(db: Database, id: string, text: string, now: Date): Promise<void> {
  await db`update remarks.comment set text = ${text}, changed_at = ${now} where id = ${id} and deleted_at is null`
}

/** The words go, the trace stays. */
export async function emptyComment(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  await db`update remarks.comment set text = '', deleted_at = ${now}, deleted_by = ${actor.userId}
    where id = ${id} and deleted_at is null`
}

/** Writes declarations; answers those that were new today, as `caseFileId-documentId`. */
export async function insertAcknowledgements(
  db: Database,
  actor: Actor,
  subjects: readonly Subject[],
  at: { readonly now: Date; readonly today: string },
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set()
  const rows = await db<{ caseFileId: string; documentId: string | null }[]>`
    insert into remarks.acknowledgement (case_file_id, document_id, account_id, unit_id, at, on_day)
    select s."caseFileId", s."documentId", ${actor.userId}, ${actor.unitId}, ${at.now}, ${at.today}::date
      from jsonb_to_recordset(${JSON.stringify(subjects)}::text::jsonb) as s("caseFileId" bigint, "documentId" bigint)
    on conflict do nothing returning case_file_id as "caseFileId", document_id as "documentId"`
  return new Set(rows.map(({ caseFileId, documentId }) => keyOf({ caseFileId, documentId: documentId ?? undefined })))
}

/** One subject among others. */
export function keyOf({ caseFileId, documentId }: Subject): string {
  return documentId === undefined ? `case ${caseFileId}` : `document ${documentId}`
}
