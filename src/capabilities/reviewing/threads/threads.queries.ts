import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Anchor } from '../../../rich-text/index.ts'
import { partIn } from '../part-in.queries.ts'

export interface ReplyRow {
  id: string
  text: string
  author: string
  unitAcronym: string
  at: Date
}

export interface ThreadRow extends Anchor {
  id: string
  documentId: string
  version: number
  suggestion: string | null
  authorId: string
  author: string
  unitAcronym: string
  at: Date
  state: 'open' | 'resolved' | 'accepted' | 'rejected'
  settledBy: string | null
  settledAt: Date | null
  replies: readonly ReplyRow[]
}

const columns = (db: Database) => db`
  t.id::text as id, t.document_id::text as "documentId", t.version, t.passage, t.quote, t.before, t.after, t.suggestion,
  t.account_id::text as "authorId", coalesce(a.social_name, a.name) as author, u.acronym as "unitAcronym", t.at, t.state,
  coalesce(z.social_name, z.name) as "settledBy", t.settled_at as "settledAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id::text, 'text', r.text, 'author', coalesce(b.social_name, b.name),
                                                'unitAcronym', w.acronym, 'at', r.at) order by r.id)
              from reviewing.reply r
              join identity.account b on b.id = r.account_id
              join organization.unit w on w.id = r.unit_id
             where r.thread_id = t.id), '[]') as replies`

const sources = (db: Database) => db`
  from reviewing.thread t
  join identity.account a on a.id = t.account_id
  join organization.unit u on u.id = t.unit_id
  left join identity.account z on z.id = t.settled_by`

/** The threads of a document, the oldest first. */
export async function selectThreads(db: Database, documentId: string): Promise<ThreadRow[]> {
  const rows = await db<
    ThreadRow[]
  >`select ${columns(db)} ${sources(db)} where t.document_id = ${documentId} order by t.id limit 500`
  return rows.map(read)
}

/** The nº SEI of the document of a thread, which has to pass its gate: for who could have part in the review. */
export async function selectNumberOfThread(db: Database, actor: Actor, id: string): Promise<string | undefined> {
  const [row] = await db<{ number: string }[]>`
    select lpad(d.number::text, 7, '0') as number from reviewing.thread t join documents.document d on d.id = t.document_id
     where t.id = ${id} and ${partIn(db, actor)}`
  return row?.number
}

export async function selectThread(db: Database, id: string): Promise<ThreadRow | undefined> {
  const [row] = await db<ThreadRow[]>`select ${columns(db)} ${sources(db)} where t.id = ${id}`
  return row && read(row)
}

/** Moments as text: JSON has none. */
function read(row: ThreadRow): ThreadRow {
  return { ...row, replies: row.replies.map((reply) => ({ ...reply, at: new Date(reply.at) })) }
}

export async function countThreads(db: Database, documentId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from reviewing.thread where document_id = ${documentId}`
  return row?.count ?? 0
}

export interface ThreadToInsert extends Anchor {
  readonly documentId: string
  readonly version: number
  readonly suggestion: string | undefined
  /** The first words of the thread; none beside a suggestion that says enough. */
  readonly text: string
}

/** Writes threads in their order, each with its first words; author, unit and moment are those of the actor. */
export async function insertThreads(
  db: Database,
  actor: Actor,
  threads: readonly ThreadToInsert[],
  now: Date,
): Promise<void> {
  if (threads.length === 0) return
  await db`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(threads)}::text::jsonb)
        as t("documentId" bigint, version int, passage int, quote text, before text, after text, suggestion text, text text)),
    numbered as (select nextval(pg_get_serial_sequence('reviewing.thread', 'id')) as id, g.* from given g),
    written as (
      insert into reviewing.thread (id, document_id, version, passage, quote, before, after, suggestion, account_id, unit_id, at)
      overriding system value
      select id, "documentId", version, passage, quote, before, after, suggestion, ${actor.userId}, ${actor.unitId}, ${now} from numbered
      returning id)
    insert into reviewing.reply (thread_id, text, account_id, unit_id, at)
    select w.id, n.text, ${actor.userId}, ${actor.unitId}, ${now} from written w join numbered n on n.id = w.id where n.text <> ''`
}

export async function insertReply(
  db: Database,
  actor: Actor,
  threadId: string,
  text: string,
  now: Date,
): Promise<void> {
  await db`insert into reviewing.reply (thread_id, text, account_id, unit_id, at)
    values (${threadId}, ${text}, ${actor.userId}, ${actor.unitId}, ${now})`
}

/** Settles open threads; answers how many were still open. */
export async function settleThreads(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  state: 'resolved' | 'accepted' | 'rejected',
  now: Date,
): Promise<number> {
  const rows = await db`
    update reviewing.thread set state = ${state}, settled_by = ${actor.userId}, settled_at = greatest(${now}, at)
     where id = any (${[...ids]}::text[]::bigint[]) and state = 'open' and (suggestion is null) = (${state} = 'resolved') returning 1`
  return rows.length
}

export async function reopenThread(db: Database, id: string): Promise<void> {
  await db`update reviewing.thread set state = 'open', settled_by = null, settled_at = null where id = ${id} and state = 'resolved'`
}
