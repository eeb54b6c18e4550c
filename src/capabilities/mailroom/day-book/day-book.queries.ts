import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import {
  isOpened,
  isLinkKnown as known,
  isLinkNamed as named,
  isLinkTold as told,
  joinLinkedCase as withCaseFile,
} from '../../cases/index.ts'
import { takeNumber } from '../take-number.queries.ts'
import type { DayTotals } from './entry.rules.ts'
import type { EntryKind, EntryState, EntryToRegister, SenderKind } from './entry.ts'

export async function insertEntry(
  db: Database,
  actor: Actor,
  entry: EntryToRegister & { readonly code: string; readonly year: number },
  now: Date,
): Promise<string> {
  const number = await takeNumber(db, { unitId: actor.unitId, kind: 'entry', year: entry.year })
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into mailroom.entry (unit_id, year, number, code, received_at, registered_at, registered_by, kind, medium, sender,
             sender_kind, origin_number, addressee, subject, pieces, volumes, pages, due_on, notes)
      values (${actor.unitId}, ${entry.year}, ${number}, ${entry.code}, ${entry.receivedAt}, ${now}, ${actor.userId}, ${entry.kind},
              ${entry.medium}, ${entry.sender}, ${entry.senderKind}, ${entry.originNumber}, ${entry.addressee}, ${entry.subject},
              ${entry.pieces}, ${entry.volumes}::int, ${entry.pages}::int, ${entry.dueOn}::date, ${entry.notes}) returning id)
    insert into mailroom.entry_step (entry_id, state, at, account_id)
    select made.id, 'received', ${now}, ${actor.userId} from made returning entry_id as id`
  if (!row) throw new Error('an entry was not inserted')
  return row.id
}

/** How it stands from now on, with the step that says so. */
export async function updateEntry(
  db: Database,
  actor: Actor,
  entry: {
    readonly id: string
    readonly state: EntryState
    readonly settled: boolean
    readonly responsibleId: string | null
    readonly caseFileId: string | null
    readonly dueOn: string | null
    readonly note: string
  },
  now: Date,
): Promise<void> {
  await db`
    with moved as (
      update mailroom.entry set state = ${entry.state}, responsible_id = ${entry.responsibleId}::bigint,
             case_file_id = ${entry.caseFileId}::bigint, due_on = ${entry.dueOn}::date,
             settled_at = case when ${entry.settled} then coalesce(settled_at, ${now}) end
       where id = ${entry.id})
    insert into mailroom.entry_step (entry_id, state, responsible_id, case_file_id, note, at, account_id)
    values (${entry.id}, ${entry.state}, ${entry.responsibleId}::bigint, ${entry.caseFileId}::bigint, ${entry.note}, ${now}, ${actor.userId})`
}

export interface EntryRow {
  id: string
  number: number
  year: number
  unit: string
  code: string
  receivedAt: Date
  registeredAt: Date
  registeredBy: string
  kind: EntryKind
  medium: 'paper' | 'digital'
  sender: string
  senderKind: SenderKind
  originNumber: string
  addressee: string
  subject: string
  pieces: string
  volumes: number | null
  pages: number | null
  dueOn: LocalDate | null
  notes: string
  state: EntryState
  responsibleId: string | null
  responsible: string | null
  caseFileId: string | null
  caseNumber: string | null
  caseDigits: string | null
  carried: boolean
}

/** `x` is the entry, `c` its case file. Its words are told like those of the case file in which it is. */
const columns = (db: Database, actor: Actor, now: Date) => db`
  x.id, x.number, x.year, u.acronym as unit, x.code, x.received_at as "receivedAt", x.registered_at as "registeredAt",
  coalesce(k.social_name, k.name) as "registeredBy", x.kind, x.medium, x.sender_kind as "senderKind",
  case when ${told(db, actor, now)} then x.origin_number else '' end as "originNumber",
  case when ${told(db, actor, now)} then x.sender else '(reservado)' end as sender,
  case when ${told(db, actor, now)} then x.subject else '(reservado)' end as subject,
  case when ${told(db, actor, now)} then x.pieces else '' end as pieces,
  case when ${told(db, actor, now)} then x.notes else '' end as notes,
  x.addressee, x.volumes, x.pages, x.due_on::text as "dueOn", x.state, x.responsible_id as "responsibleId",
  coalesce(r.social_name, r.name) as responsible, x.case_file_id as "caseFileId",
  case when ${named(db, actor)} then c.number end as "caseNumber", case when ${named(db, actor)} then c.digits end as "caseDigits"`

const ofUnit = (db: Database, actor: Actor) => db`
  from mailroom.entry x ${withCaseFile(db)}
  join organization.unit u on u.id = x.unit_id
  join identity.account k on k.id = x.registered_by
  left join identity.account r on r.id = x.responsible_id
 where x.unit_id in (select organization.lineage(${actor.unitId})) and ${known(db, actor)}`

/** The day as instants: from its first moment to the first of the next. */
export interface DaySpan {
  readonly from: Date
  readonly to: Date
}

export interface BoardFilter {
  readonly text: string
  readonly state: EntryState | undefined
  readonly late: boolean
  readonly today: LocalDate
}

/** What came in on the day, and what was open when it began; at most 500. Only what this person may know of. */
export async function selectBoard(
  db: Database,
  actor: Actor,
  { from, to }: DaySpan,
  filter: BoardFilter,
  now: Date,
): Promise<EntryRow[]> {
  return db<EntryRow[]>`
    select ${columns(db, actor, now)}, x.received_at < ${from} as carried
      ${ofUnit(db, actor)} and x.received_at < ${to}
       and (x.received_at >= ${from} or x.settled_at is null or x.settled_at >= ${from})
       ${filter.state ? db`and x.state = ${filter.state}` : db``}
       ${filter.late ? db`and x.due_on < ${filter.today}::date and x.settled_at is null` : db``}
       ${
         filter.text
           ? db`and ${told(db, actor, now)} and position(platform.plain(lower(${filter.text})) in platform.plain(lower(x.sender || ' ' || x.subject))) > 0`
           : db``
       }
     order by carried desc, x.received_at, x.id limit 500`
}

/** The figures of the day: of what this person may know of, so that they are those of the page. */
export async function selectTotals(db: Database, actor: Actor, { from, to }: DaySpan): Promise<DayTotals> {
  const [row] = await db<DayTotals[]>`
    select count(*) filter (where x.received_at >= ${from})::int as received,
           count(*) filter (where x.received_at >= ${from} and x.case_file_id is not null)::int as formalised,
           count(*) filter (where x.received_at < ${from})::int as carried,
           count(*) filter (where x.settled_at >= ${from} and x.settled_at < ${to})::int as closed,
           count(*) filter (where x.settled_at is null or x.settled_at >= ${to})::int as open
      ${ofUnit(db, actor)} and x.received_at < ${to}
       and (x.received_at >= ${from} or x.settled_at is null or x.settled_at >= ${from})`
  return row ?? { received: 0, formalised: 0, carried: 0, closed: 0, open: 0 }
}

/** Undefined: there is none, or it is not for this person. */
export async function selectEntry(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<EntryRow | undefined> {
  const [row] = await db<EntryRow[]>`
    select ${columns(db, actor, now)}, false as carried ${ofUnit(db, actor)} and x.id = ${id}
    ${mode === 'locked' ? db`for update of x` : db``}`
  return row
}

export interface EntryStepRow {
  id: string
  state: EntryState
  responsible: string | null
  note: string
  at: Date
  person: string
}

export async function selectSteps(db: Database, entryId: string): Promise<EntryStepRow[]> {
  return db<EntryStepRow[]>`
    select s.id, s.state, coalesce(r.social_name, r.name) as responsible, s.note, s.at, coalesce(k.social_name, k.name) as person
      from mailroom.entry_step s join identity.account k on k.id = s.account_id
      left join identity.account r on r.id = s.responsible_id
     where s.entry_id = ${entryId} order by s.id desc limit 100`
}

export interface ArrivalRow {
  number: string
  digits: string
  typeName: string
  summary: string
  level: 'public' | 'restricted' | 'confidential'
  at: Date
  assignedTo: string | null
}

/** The case files that came to the unit's desk by the system on the day, and are on it (FLX-045); at most 100. */
export async function selectArrivals(
  db: Database,
  actor: Actor,
  { from, to }: DaySpan,
  now: Date,
): Promise<ArrivalRow[]> {
  return db<ArrivalRow[]>`
    select c.number, c.digits, t.name as "typeName", c.effective_level as level, h.opened_at as at,
           case when ${isOpened(db, actor, now)} then c.summary else '' end as summary,
           coalesce(a.social_name, a.name) as "assignedTo"
      from cases.holding h
      join cases.case_file c on c.id = h.case_file_id and c.state <> 'deleted'
       and (cases.may_list(c, ${actor.unitId}, (select platform.flag('per-document-internal')))
            or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))
      join classification.case_type t on t.id = c.case_type_id
      left join identity.account a on a.id = h.assigned_to
     where h.unit_id = ${actor.unitId} and h.closed_at is null and h.origin = 'received'
       and h.opened_at >= ${from} and h.opened_at < ${to}
     order by h.opened_at, h.id limit 100`
}

export interface ReceiptRow {
  number: number
  year: number
  unit: string
  unitName: string
  receivedAt: Date
  kind: EntryKind
  volumes: number | null
  pages: number | null
}

/** What anybody who has the code may know: that it was received, and when. */
export async function selectReceipt(db: Database, code: string): Promise<ReceiptRow | undefined> {
  const [row] = await db<ReceiptRow[]>`
    select x.number, x.year, u.acronym as unit, u.name as "unitName", x.received_at as "receivedAt", x.kind, x.volumes, x.pages
      from mailroom.entry x join organization.unit u on u.id = x.unit_id where x.code = ${code}`
  return row
}
