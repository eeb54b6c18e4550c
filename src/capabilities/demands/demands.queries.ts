import type { Actor } from '../../platform/actor.ts'
import type { LocalDate } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { isLinkKnown, isLinkNamed, isLinkTold, joinLinkedCase } from '../cases/index.ts'
import type { BodyClass, DemandData, DemandState, ExitKind } from './demand.ts'
import type { DemandsFilter } from './demands-filter.ts'

export interface DemandRow {
  id: string
  unitId: string
  unit: string
  /** Null: not for this person now. */
  bodyClass: BodyClass | null
  body: string
  number: string
  subject: string
  legalBase: string
  receivedOn: LocalDate
  firstDueOn: LocalDate
  dueOn: LocalDate
  state: DemandState
  responsibleId: string | null
  responsible: string | null
  answeredOn: LocalDate | null
  answer: string
  exitKind: ExitKind | null
  exitProof: string
  /** By whom it was registered. */
  registeredBy: string
  registeredAt: Date
  caseFileId: string | null
  caseNumber: string | null
  caseDigits: string | null
  /** This unit, or one that it stands for, follows it. */
  isOurs: boolean
  /** Units asked, and those that have not returned. */
  asked: number
  waiting: number
  /** Until when this unit is asked; null: it is not, or has returned. */
  askedUntil: LocalDate | null
  /** Whether its words are for this person. */
  isTold: boolean
}

const columns = (db: Database, actor: Actor, today: LocalDate, now: Date) => {
  const told = (column: string, as: string, instead = '') =>
    db`case when ${isLinkTold(db, actor, now)} then coalesce(x.${db(column)}, '') else ${instead} end as ${db(as)}`
  return db`
  x.id, x.unit_id as "unitId", u.acronym as unit, case when ${isLinkTold(db, actor, now)} then x.body_class end as "bodyClass",
  ${told('body', 'body', 'Demanda reservada')}, ${told('number', 'number')}, ${told('subject', 'subject', '–')},
  ${told('legal_base', 'legalBase')}, x.received_on::text as "receivedOn", x.first_due_on::text as "firstDueOn",
  x.due_on::text as "dueOn", demands.state(x, ${today}::date) as state, x.responsible_id as "responsibleId",
  coalesce(a.social_name, a.name) as responsible, x.answered_on::text as "answeredOn", ${told('answer', 'answer')},
  x.exit_kind as "exitKind", ${told('exit_proof', 'exitProof')}, coalesce(r.social_name, r.name) as "registeredBy",
  x.registered_at as "registeredAt", x.case_file_id as "caseFileId",
  case when ${isLinkNamed(db, actor)} then c.number end as "caseNumber",
  case when ${isLinkNamed(db, actor)} then c.digits end as "caseDigits", ${isOurs(db, actor)} as "isOurs",
  t.asked, t.waiting, t.until::text as "askedUntil", ${isLinkTold(db, actor, now)} as "isTold"`
}

const isOurs = (db: Database, actor: Actor) => db`x.unit_id in (select organization.lineage(${actor.unitId}))`

/** The demands in which the unit, or one that it stands for, was asked. */
const isAsked = (db: Database, actor: Actor) => db`
  x.id in (select s.demand_id from demands.sector s where s.unit_id in (select organization.lineage(${actor.unitId})))`

const source = (db: Database, actor: Actor) => db`
  from demands.demand x
  join organization.unit u on u.id = x.unit_id
  ${joinLinkedCase(db)}
  left join identity.account a on a.id = x.responsible_id
  join identity.account r on r.id = x.registered_by
  cross join lateral (
    select count(*)::int as asked, (count(*) filter (where s.returned_on is null))::int as waiting,
           min(s.due_on) filter (where s.returned_on is null and s.unit_id in (select organization.lineage(${actor.unitId}))) as until
      from demands.sector s where s.demand_id = x.id) t`

/** What a filter asks for. Words are sought only where they are for this person. */
const matches = (db: Database, actor: Actor, filter: DemandsFilter, today: LocalDate, now: Date) => {
  const { side, state, bodyClass, text } = filter
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return db`
  ${side === 'ours' ? isOurs(db, actor) : isAsked(db, actor)} and ${isLinkKnown(db, actor)}
  ${state === 'open' ? db`and x.answered_on is null` : state === 'all' ? db`` : db`and demands.state(x, ${today}::date) = ${state}`}
  ${bodyClass ? db`and x.body_class = ${bodyClass} and ${isLinkTold(db, actor, now)}` : db``}
  ${text ? db`and ${isLinkTold(db, actor, now)} and (x.body ilike ${like} or x.number ilike ${like} or x.subject ilike ${like})` : db``}`
}

/** A page of the list, what is due first on top and what was answered last at its end, and how many there are in all. */
export async function selectDemands(
  db: Database,
  actor: Actor,
  filter: DemandsFilter,
  { today, most, from }: { readonly today: LocalDate; readonly most: number; readonly from: number },
  now: Date,
): Promise<{ rows: DemandRow[]; total: number }> {
  const wanted = matches(db, actor, filter, today, now)
  const [rows, [count]] = await Promise.all([
    db<DemandRow[]>`
      select ${columns(db, actor, today, now)} ${source(db, actor)} where ${wanted}
       order by x.answered_on is not null, case when x.answered_on is null then x.due_on end, x.answered_on desc, x.id
       limit ${most} offset ${from}`,
    db<{ total: number }[]>`
      select count(*)::int as total from (
        select from demands.demand x ${joinLinkedCase(db)} where ${matches(db, actor, filter, today, now)} limit 10000) found`,
  ])
  return { rows, total: count?.total ?? 0 }
}

/** What is due between two days and not answered: of this unit, or asked of it. At most 500, what is due first. */
export async function selectDueBetween(
  db: Database,
  actor: Actor,
  { from, until, today }: { readonly from: LocalDate; readonly until: LocalDate; readonly today: LocalDate },
  now: Date,
): Promise<DemandRow[]> {
  return db<DemandRow[]>`
    select ${columns(db, actor, today, now)} ${source(db, actor)}
     where x.id in (
             select o.id from demands.demand o
              where o.unit_id in (select organization.lineage(${actor.unitId})) and o.answered_on is null
                and o.due_on between ${from}::date and ${until}::date
             union all
             select s.demand_id from demands.sector s
              where s.unit_id in (select organization.lineage(${actor.unitId})) and s.returned_on is null
                and s.due_on between ${from}::date and ${until}::date)
       and x.answered_on is null and ${isLinkKnown(db, actor)}
     order by x.due_on, x.id limit 500`
}

/** Undefined: this unit neither follows it nor was asked. */
export async function selectDemand(
  db: Database,
  actor: Actor,
  asked: { readonly id: string; readonly mode: 'reading' | 'locked'; readonly today: LocalDate },
  now: Date,
): Promise<DemandRow | undefined> {
  const [row] = await db<DemandRow[]>`
    select ${columns(db, actor, asked.today, now)} ${source(db, actor)}
     where x.id = ${asked.id} and (${isOurs(db, actor)} or ${isAsked(db, actor)}) and ${isLinkKnown(db, actor)}
    ${asked.mode === 'locked' ? db`for update of x` : db``}`
  return row
}

interface RowToKeep extends Omit<DemandData, 'caseNumber'> {
  readonly caseFileId: string | null
}

export async function insertDemand(
  db: Database,
  actor: Actor,
  data: RowToKeep & { readonly dueOn: LocalDate },
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into demands.demand (unit_id, body_class, body, number, subject, received_on, legal_base, first_due_on, due_on,
           responsible_id, case_file_id, registered_at, registered_by)
    values (${actor.unitId}, ${data.bodyClass}, ${data.body}, ${data.number}, ${data.subject}, ${data.receivedOn}::date,
            ${data.legalBase}, ${data.dueOn}::date, ${data.dueOn}::date, ${data.responsibleId ?? null}::bigint,
            ${data.caseFileId}::bigint, ${now}, ${actor.userId})
    returning id`
  if (!row) throw new Error('a demand gave no row')
  return row.id
}

export async function updateDemand(db: Database, id: string, data: RowToKeep): Promise<void> {
  await db`update demands.demand set body_class = ${data.bodyClass}, body = ${data.body}, number = ${data.number},
      subject = ${data.subject}, received_on = ${data.receivedOn}::date, legal_base = ${data.legalBase},
      responsible_id = ${data.responsibleId ?? null}::bigint, case_file_id = ${data.caseFileId}::bigint where id = ${id}`
}

export async function updateDue(db: Database, id: string, dueOn: LocalDate): Promise<void> {
  await db`update demands.demand set due_on = ${dueOn}::date where id = ${id}`
}

export interface AnswerTold {
  readonly answeredOn: LocalDate
  readonly answer: string
  readonly exitKind: ExitKind
  readonly exitProof: string
}

export async function updateAnswer(db: Database, actor: Actor, id: string, told: AnswerTold, now: Date): Promise<void> {
  await db`update demands.demand set answered_on = ${told.answeredOn}::date, answer = ${told.answer}, exit_kind = ${told.exitKind},
      exit_proof = ${told.exitProof}, answered_at = ${now}, answered_by = ${actor.userId} where id = ${id}`
}
