import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { RichText } from '../../rich-text/index.ts'
import type { Answers } from './request-form.ts'

export const caseTypeName = 'Gestão da Informação: Gestão Documental'
export const documentTypeName = 'Formulário de Identificação de Processos no SEI'
const setting = 'case-type-requests.unit'

export interface Arrangement {
  unitId: string | null
  unitLabel: string | null
  agencyId: string | null
  caseTypeId: string | null
  classIds: string[]
  documentTypeId: string | null
  capacities: string[]
}

/** Which unit analyses requests, and the types with which they are made; null where something is missing. */
export async function selectArrangement(db: Database, ownUnitId: string): Promise<Arrangement> {
  const [row] = await db<Arrangement[]>`
    select u.id as "unitId", u.acronym || ' (' || g.acronym || ')' as "unitLabel", u.agency_id as "agencyId",
           t.id as "caseTypeId",
           array(select k.record_class_id::text from classification.case_type_class k where k.case_type_id = t.id) as "classIds",
           d.id as "documentTypeId",
           array(select c.title from organization.capacity c
                  where c.unit_id = ${ownUnitId} and c.deactivated_at is null order by c.title) as capacities
      from (select 1) one
      left join platform.setting s on s.name = ${setting}
      left join organization.unit u on u.id::text = s.value #>> '{}' and u.deactivated_at is null
      left join organization.agency g on g.id = u.agency_id
      left join classification.case_type t on t.name = ${caseTypeName} and t.deactivated_at is null
      left join classification.document_type d on d.name = ${documentTypeName} and d.deactivated_at is null`
  if (!row) throw new Error('one row of nothing was not found')
  return row
}

export async function upsertAnalysingUnit(db: Database, unitId: string, accountId: string, now: Date): Promise<void> {
  await db`
    insert into platform.setting (name, value, changed_at, changed_by)
    values (${setting}, to_jsonb(${unitId}::text), ${now}, ${accountId})
    on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`
}

/** The last text of a document, as it is signed. */
export async function selectText(
  db: Database,
  number: string,
): Promise<{ content: RichText; version: number; sha256: string }> {
  const [row] = await db<{ content: RichText; version: number; sha256: string }[]>`
    select v.content, v.number as version, encode(v.sha256, 'hex') as sha256
      from documents.document d join documents.version v on v.document_id = d.id and v.number = d.version
     where d.number = ${number}`
  if (!row) throw new Error(`document ${number} has no text`)
  return row
}

/** Undefined where a request of this name is being analysed. */
export async function insertRequest(
  db: Database,
  actor: Actor,
  request: {
    readonly analysingUnitId: string
    readonly caseFileId: string
    readonly documentNumber: string
    readonly answers: Answers
    readonly dueOn: string
  },
  now: Date,
): Promise<string | undefined> {
  const { answers } = request
  const [row] = await db<{ id: string }[]>`
    insert into case_type_requests.request (agency_id, unit_id, analysing_unit_id, case_file_id, document_number, name,
      answers, asked_by, asked_by_name, asked_at, due_on)
    values (${actor.agencyId}, ${actor.unitId}, ${request.analysingUnitId}, ${request.caseFileId},
      ${request.documentNumber}, ${answers.name}, ${JSON.stringify(answers)}::text::jsonb, ${actor.userId}, ${actor.name},
      ${now}, ${request.dueOn}::date)
    on conflict do nothing returning id`
  return row?.id
}

export async function nameIsOpen(db: Database, name: string): Promise<boolean> {
  const rows = await db`
    select 1 from case_type_requests.request where state = 'analysis' and lower(name) = lower(${name})
    union all select 1 from classification.case_type where lower(name) = lower(${name}) limit 1`
  return rows.length > 0
}

export interface RequestRow {
  id: string
  agency: string
  agencyId: string
  unitId: string
  analysingUnitId: string
  caseNumber: string
  caseDigits: string
  documentNumber: string
  name: string
  answers: Answers
  askedByName: string
  askedAt: Date
  dueOn: string
  state: 'analysis' | 'approved' | 'refused'
  answeredAt: Date | null
  answeredByName: string | null
  answer: string | null
  total: number
}

const columns = (db: Database) => db`r.id, g.acronym as agency, r.agency_id as "agencyId", r.unit_id as "unitId",
  r.analysing_unit_id as "analysingUnitId", c.number as "caseNumber", c.digits as "caseDigits",
  r.document_number as "documentNumber", r.name, r.answers, r.asked_by_name as "askedByName", r.asked_at as "askedAt",
  r.due_on::text as "dueOn", r.state, r.answered_at as "answeredAt", r.answered_by_name as "answeredByName", r.answer`

const from = (db: Database) => db`from case_type_requests.request r join organization.agency g on g.id = r.agency_id
  join cases.case_file c on c.id = r.case_file_id`

/** Those of the member's agency, and those that the analyst's unit analyses. What is open first, by its deadline. */
export async function selectRequests(db: Database, actor: Actor, sees: Sees, page: number): Promise<RequestRow[]> {
  return db<RequestRow[]>`
    select ${columns(db)}, (count(*) over ())::int as total ${from(db)} where ${visible(db, actor, sees)}
     order by r.state <> 'analysis', r.due_on, r.id limit 50 offset ${(page - 1) * 50}`
}

export async function selectRequest(
  db: Database,
  actor: Actor,
  sees: Sees,
  id: string,
): Promise<RequestRow | undefined> {
  const [row] = await db<RequestRow[]>`
    select ${columns(db)}, 1 as total ${from(db)} where r.id = ${id} and ${visible(db, actor, sees)}`
  return row
}

/** As whom somebody looks at requests. */
export interface Sees {
  readonly asMember: boolean
  readonly asAnalyst: boolean
}

function visible(db: Database, actor: Actor, { asMember, asAnalyst }: Sees) {
  return db`((${asMember} and r.agency_id = ${actor.agencyId}) or (${asAnalyst} and r.analysing_unit_id in (select organization.lineage(${actor.unitId}))))`
}

/** False where it was answered already. */
export async function updateAnswer(
  db: Database,
  actor: Actor,
  id: string,
  answer: { readonly state: 'approved' | 'refused'; readonly text: string; readonly caseTypeId?: string },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update case_type_requests.request set state = ${answer.state}, answer = ${answer.text}, answered_at = ${now},
           answered_by = ${actor.userId}, answered_by_name = ${actor.name}, case_type_id = ${answer.caseTypeId ?? null}
     where id = ${id} and state = 'analysis' returning 1`
  return rows.length > 0
}
