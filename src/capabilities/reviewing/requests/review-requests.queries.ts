import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { ReviewState } from '../../documents/index.ts'
import { partIn } from '../part-in.queries.ts'

export interface ReviewerRow {
  accountId: string
  name: string
  unitId: string
  unitAcronym: string
  own: boolean
}

/**
 * Who may be asked: the people of this unit and of those that have the case file open. Of a confidential one, only who
 * holds a credential. By unit and name, this unit first.
 */
export async function selectReviewers(
  db: Database,
  actor: Actor,
  asked: { readonly caseFileId: string; readonly confidential: boolean; readonly today: string },
): Promise<ReviewerRow[]> {
  return db<ReviewerRow[]>`
    with place as (
      select ${actor.unitId}::bigint as id
      union select h.unit_id from cases.holding h where h.case_file_id = ${asked.caseFileId} and h.closed_at is null)
    select a.id as "accountId", coalesce(a.social_name, a.name) as name, u.id as "unitId", u.acronym as "unitAcronym",
           u.id = ${actor.unitId} as own
      from place p
      join organization.unit u on u.id = p.id
      join lateral (
        select x.account_id from identity.assignment x where x.valid @> ${asked.today}::date and x.unit_id = u.id
        union select x.account_id from identity.assignment x where x.valid @> ${asked.today}::date and x.agency_id = u.agency_id
        union select x.account_id from organization.ancestors(u.id, ${asked.today}::date) up(id)
                join identity.assignment x on x.unit_id = up.id where x.valid @> ${asked.today}::date and x.extends_to_subunits
      ) w on true
      join identity.account a on a.id = w.account_id and a.disabled_at is null
     where a.id <> ${actor.userId}
       and (not ${asked.confidential}::boolean or cases.holds_credential(${asked.caseFileId}, a.id, u.id))
     order by own desc, u.acronym, 2 limit 500`
}

export interface RequestRow {
  id: string
  documentId: string
  /** The nº SEI of the document. */
  number: string
  reviewerId: string
  reviewer: string
  reviewerUnitId: string
  reviewerUnit: string
  askedBy: string
  askedById: string
  askedUnit: string
  askedAt: Date
  message: string
  dueOn: string | null
  version: number
  state: 'open' | 'approved' | 'returned' | 'withdrawn' | 'reassigned' | 'signed'
  closedAt: Date | null
  closedBy: string | null
  answer: string
  answeredVersion: number | null
  answeredSha256: string | null
  /** It was asked of this actor, in this unit or in one that it succeeds. */
  mine: boolean
}

const isMine = (db: Database, actor: Actor) => db`
  (r.reviewer_id = ${actor.userId} and r.reviewer_unit_id in (select organization.lineage(${actor.unitId})))`

const columns = (db: Database, actor: Actor) => db`
  r.id, r.document_id as "documentId", lpad(d.number::text, 7, '0') as number, r.reviewer_id as "reviewerId", coalesce(v.social_name, v.name) as reviewer,
  r.reviewer_unit_id as "reviewerUnitId", vu.acronym as "reviewerUnit", coalesce(q.social_name, q.name) as "askedBy",
  r.asked_by as "askedById", qu.acronym as "askedUnit", r.asked_at as "askedAt", r.message, r.due_on::text as "dueOn",
  r.version, r.state, r.closed_at as "closedAt", coalesce(z.social_name, z.name) as "closedBy", r.answer,
  r.answered_version as "answeredVersion", encode(r.answered_sha256, 'hex') as "answeredSha256",
  ${isMine(db, actor)} as mine`

const sources = (db: Database) => db`
  from reviewing.request r
  join documents.document d on d.id = r.document_id
  join identity.account v on v.id = r.reviewer_id
  join organization.unit vu on vu.id = r.reviewer_unit_id
  join identity.account q on q.id = r.asked_by
  join organization.unit qu on qu.id = r.asked_unit_id
  left join identity.account z on z.id = r.closed_by`

/** The requests about one document, the latest first. */
export async function selectRequests(db: Database, actor: Actor, documentId: string): Promise<RequestRow[]> {
  return db<RequestRow[]>`select ${columns(db, actor)} ${sources(db)}
    where r.document_id = ${documentId} order by r.id desc limit 100`
}

/** A request before the gate, which its document has to pass: for who was asked, and who could have part in the review. */
export async function selectRequest(db: Database, actor: Actor, id: string): Promise<RequestRow | undefined> {
  const [row] = await db<RequestRow[]>`select ${columns(db, actor)} ${sources(db)}
    where r.id = ${id} and (${isMine(db, actor)} or ${partIn(db, actor)})`
  return row
}

/** Among how many requests of the house those are looked for that a signature ended: they have no index of their own. */
const newest = 5_000

/**
 * What waits for this person in this unit, what this person answered last or a signature ended, and what this person
 * asked, the latest first.
 */
export async function selectMyRequests(
  db: Database,
  actor: Actor,
): Promise<(RequestRow & { part: 'waiting' | 'answered' | 'asked' })[]> {
  const units = db`(select organization.lineage(${actor.unitId}))`
  return db<(RequestRow & { part: 'waiting' | 'answered' | 'asked' })[]>`
    with mine as (
      (select r.id, 'waiting' as part from reviewing.request r where r.reviewer_id = ${actor.userId} and r.state = 'open'
          and r.reviewer_unit_id in ${units} order by r.due_on nulls last, r.id limit 200)
      union all
      (select r.id, 'answered' from reviewing.request r where r.reviewer_id = ${actor.userId}
          and r.state in ('approved', 'returned') and r.reviewer_unit_id in ${units} order by r.id desc limit 30)
      union all
      (select r.id, 'answered' from reviewing.request r where r.reviewer_id = ${actor.userId} and r.state = 'signed'
          and r.id > (select coalesce(max(x.id), 0) - ${newest} from reviewing.request x)
          and r.reviewer_unit_id in ${units} order by r.id desc limit 30)
      union all
      (select r.id, 'asked' from reviewing.request r where r.asked_by = ${actor.userId} and r.asked_unit_id in ${units}
        order by r.id desc limit 50))
    select ${columns(db, actor)}, m.part ${sources(db)} join mine m on m.id = r.id
     order by m.part, case when m.part = 'waiting' then r.due_on end nulls last,
              case when m.part = 'waiting' then r.id end, r.id desc`
}

export interface RequestToInsert {
  documentId: string
  reviewerId: string
  reviewerUnitId: string
  message: string
  dueOn: string | undefined
  version: number
}

/** False where this person was asked already and has not answered. */
export async function insertRequest(db: Database, actor: Actor, request: RequestToInsert, now: Date): Promise<boolean> {
  const rows = await db`
    insert into reviewing.request (document_id, reviewer_id, reviewer_unit_id, asked_by, asked_unit_id, asked_at, message, due_on, version)
    values (${request.documentId}, ${request.reviewerId}, ${request.reviewerUnitId}, ${actor.userId}, ${actor.unitId},
      ${now}, ${request.message}, ${request.dueOn ?? null}, ${request.version})
    on conflict (document_id, reviewer_id) where state = 'open' do nothing returning 1`
  return rows.length > 0
}

export interface RequestClosing {
  state: 'approved' | 'returned' | 'withdrawn' | 'reassigned'
  answer?: string
  version?: number
  sha256?: string
}

/** False where somebody else closed it before. */
export async function closeRequest(
  db: Database,
  actor: Actor,
  id: string,
  { state, answer, version, sha256 }: RequestClosing,
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update reviewing.request set state = ${state}, closed_at = greatest(${now}, asked_at), closed_by = ${actor.userId},
           answer = ${answer ?? ''}, answered_version = ${version ?? null}, answered_sha256 = decode(${sha256 ?? null}, 'hex')
     where id = ${id} and state = 'open' returning 1`
  return rows.length > 0
}

/** What was signed needs no review any more. */
export async function closeSigned(db: Database, actor: Actor, ids: readonly string[], now: Date): Promise<void> {
  await db`update reviewing.request set state = 'signed', closed_at = greatest(${now}, asked_at), closed_by = ${actor.userId}
    where document_id = any (${[...ids]}::text[]::bigint[]) and state = 'open'`
}

/** How the review of documents stands, in one statement. */
export async function selectReviewStates(
  db: Database,
  documentIds: readonly string[],
): Promise<(ReviewState & { documentId: string })[]> {
  const rows = await db<{ documentId: string; state: ReviewState }[]>`
    select d.id as "documentId", reviewing.state_of(d.id, d.version) as state from documents.document d
     where d.id = any (${[...documentIds]}::text[]::bigint[])`
  return rows.map(({ documentId, state }) => ({ documentId, ...state }))
}

/**
 * How many reviews wait for this person in this unit, up to 100, through the gate: a part of a statement. What is
 * confidential is not counted before its password.
 */
export const waitingCount = (db: Database, actor: Actor, now: Date) => db`
  (select count(*)::int from (
     select 1 from reviewing.request r
       join documents.document d on d.id = r.document_id
       join cases.case_file c on c.id = d.case_file_id
      where r.reviewer_id = ${actor.userId} and r.state = 'open' and r.reviewer_unit_id in (select organization.lineage(${actor.unitId}))
        and documents.may_read(d, c, ${actor.userId}, ${actor.unitId}, (select platform.flag('per-document-internal')))
        and ('confidential' not in (cases.governing_level(c, (select platform.flag('per-document-internal'))), d.level)
             or exists (select 1 from identity.confirmation k where k.session_hash = decode(${actor.sessionHash}, 'hex')
                         and k.case_file_id = c.id and k.until > ${now}))
      limit 100) x)`

export interface DeskRow {
  caseFileId: string
  part: 'waiting' | 'approved' | 'returned'
  person: string
  dueOn: string | null
}

/**
 * What the desk tells of these case files: reviews that wait for this person, and answers to this person's own. A part of
 * the statement that asks for all marks.
 */
export function rowsForDesk(db: Database, actor: Actor, caseFileIds: readonly string[], now: Date) {
  // What is confidential tells nothing before its password (PRO-063).
  const opened = db`(cases.governing_level(c, (select platform.flag('per-document-internal'))) <> 'confidential'
    or exists (select 1 from identity.confirmation k where k.session_hash = decode(${actor.sessionHash}, 'hex')
                and k.case_file_id = c.id and k.until > ${now}))`
  return db<DeskRow[]>`
    select d.case_file_id::text as "caseFileId", 'waiting' as part, coalesce(a.social_name, a.name) as person, r.due_on::text as "dueOn"
      from reviewing.request r
      join documents.document d on d.id = r.document_id and d.state = 'active'
      join cases.case_file c on c.id = d.case_file_id
      join identity.account a on a.id = r.asked_by
     where r.reviewer_id = ${actor.userId} and r.state = 'open' and r.reviewer_unit_id in (select organization.lineage(${actor.unitId}))
       and d.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and ${opened}
    union all
    select d.case_file_id::text, r.state, coalesce(a.social_name, a.name), null
      from reviewing.request r
      join documents.document d on d.id = r.document_id and d.state = 'active' and documents.is_draft(d)
      join cases.case_file c on c.id = d.case_file_id
      join identity.account a on a.id = r.reviewer_id
     where r.asked_by = ${actor.userId} and r.state in ('approved', 'returned') and r.closed_at > ${now}::timestamptz - interval '30 days'
       and not exists (select 1 from reviewing.request x where x.document_id = r.document_id and x.id > r.id)
       and r.asked_unit_id in (select organization.lineage(${actor.unitId}))
       and d.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and ${opened}`
}
