import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkKnown, isLinkNamed, isLinkTold, joinLinkedCase } from '../../cases/index.ts'
import { isOfUnit } from '../authorities/calendars.queries.ts'
import { keepsReserved } from '../keepers/keepers.queries.ts'
import type { Participant } from '../participants/participant.ts'
import type { Channel, RequestState, RequestToRegister } from './request.ts'

/** Undefined: the unit keeps no such agenda. */
export async function insertRequest(
  db: Database,
  actor: Actor,
  request: Omit<RequestToRegister, 'caseNumber'> & { readonly caseFileId: string | null },
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into agenda.request (office_id, requester, institution, phone, email, channel, subject, wished_from, wished_until,
           wished_note, is_urgent, participants, case_file_id, registered_at, registered_by)
    select k.office_id, ${request.requester}, ${request.institution}, ${request.phone}, ${request.email}, ${request.channel},
           ${request.subject}, ${request.wishedFrom}::date, ${request.wishedUntil}::date, ${request.wishedNote}, ${request.isUrgent},
           ${JSON.stringify(request.participants)}::text::jsonb, ${request.caseFileId}::bigint, ${now}, ${actor.userId}
      from agenda.calendar k join identity.office o on o.id = k.office_id and o.deactivated_at is null and ${isOfUnit(db, actor)}
     where k.office_id = ${request.officeId}
    returning id`
  return row?.id
}

export interface RequestRow {
  id: string
  officeId: string
  title: string
  requester: string
  institution: string
  phone: string
  email: string
  channel: Channel
  subject: string
  wishedFrom: LocalDate | null
  wishedUntil: LocalDate | null
  wishedNote: string
  isUrgent: boolean
  participants: readonly Participant[]
  state: RequestState
  reason: string
  redirectedTo: string | null
  registeredAt: Date
  registeredBy: string
  decidedAt: Date | null
  decidedBy: string | null
  commitmentId: string | null
  caseFileId: string | null
  caseNumber: string | null
  caseDigits: string | null
}

/** Of what was booked as reserved the request says as little. */
const isTold = (db: Database, actor: Actor, now: Date) => db`
  (${isLinkTold(db, actor, now)} and (m.reserved_basis is null or m.disclose_on <= ${todayIn(now)}::date
    or ${keepsReserved(db, actor, db`m.office_id`, todayIn(now))}))`

const columns = (db: Database, actor: Actor, now: Date) => {
  const told = (column: string, instead: string) =>
    db`case when ${isTold(db, actor, now)} then x.${db(column)} else ${instead} end as ${db(column)}`
  return db`
  x.id, x.office_id as "officeId", o.title, ${told('requester', '(reservado)')}, ${told('institution', '')}, ${told('phone', '')},
  ${told('email', '')}, x.channel, ${told('subject', '(reservado)')}, x.wished_from::text as "wishedFrom",
  x.wished_until::text as "wishedUntil",
  case when ${isTold(db, actor, now)} then x.wished_note else '' end as "wishedNote", x.is_urgent as "isUrgent",
  case when ${isTold(db, actor, now)} then x.participants else '[]' end as participants, x.state,
  ${told('reason', '')}, v.acronym as "redirectedTo", x.registered_at as "registeredAt",
  coalesce(r.social_name, r.name) as "registeredBy", x.decided_at as "decidedAt", coalesce(d.social_name, d.name) as "decidedBy",
  m.id as "commitmentId", x.case_file_id as "caseFileId",
  case when ${isLinkNamed(db, actor)} and ${isTold(db, actor, now)} then c.number end as "caseNumber",
  case when ${isLinkNamed(db, actor)} and ${isTold(db, actor, now)} then c.digits end as "caseDigits"`
}

/** Known before the requests are read, so that those of other units are not. */
const officesOf = (db: Database, actor: Actor) =>
  db`array(select o.id from identity.office o where ${isOfUnit(db, actor)})`

const ofUnit = (db: Database, actor: Actor) => db`
  from agenda.request x
  join identity.office o on o.id = x.office_id
  ${joinLinkedCase(db)}
  join identity.account r on r.id = x.registered_by
  left join identity.account d on d.id = x.decided_by
  left join organization.unit v on v.id = x.redirected_unit_id
  left join agenda.commitment m on m.request_id = x.id
 where x.office_id = any (${officesOf(db, actor)}) and ${isLinkKnown(db, actor)}`

/** The requests that wait for an answer, the urgent and the oldest first, or the last that were answered; at most 100. */
export async function selectRequests(
  db: Database,
  actor: Actor,
  side: 'open' | 'decided',
  now: Date,
): Promise<RequestRow[]> {
  return db<RequestRow[]>`
    select ${columns(db, actor, now)} ${ofUnit(db, actor)}
     ${
       side === 'open'
         ? db`and x.decided_at is null order by x.is_urgent desc, x.id limit 100`
         : db`and x.decided_at is not null order by x.id desc limit 100`
     }`
}

export async function countOpen(db: Database, actor: Actor): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from agenda.request x
      ${joinLinkedCase(db)}
     where x.office_id = any (${officesOf(db, actor)}) and x.decided_at is null and ${isLinkKnown(db, actor)}`
  return row?.count ?? 0
}

/** Undefined: there is none in the agendas of this unit, or it is not for this person. */
export async function selectRequest(
  db: Database,
  actor: Actor,
  id: string,
  mode: 'reading' | 'locked',
  now: Date,
): Promise<RequestRow | undefined> {
  const [row] = await db<RequestRow[]>`
    select ${columns(db, actor, now)} ${ofUnit(db, actor)} and x.id = ${id}
    ${mode === 'locked' ? db`for update of x` : db``}`
  return row
}

/** Whether it waits for an answer; nobody else answers it meanwhile. */
export async function lockOpenRequest(db: Database, actor: Actor, id: string, now: Date): Promise<boolean> {
  const row = await selectRequest(db, actor, id, 'locked', now)
  return row !== undefined && row.decidedAt === null
}

export async function acceptRequest(db: Database, actor: Actor, id: string, now: Date): Promise<void> {
  await db`update agenda.request set state = 'accepted', decided_at = ${now}, decided_by = ${actor.userId} where id = ${id}`
}

export async function updateTriage(
  db: Database,
  actor: Actor,
  told: {
    readonly id: string
    readonly state: 'under-analysis' | 'redirected' | 'refused'
    readonly reason: string
    readonly unitId: string | null
  },
  now: Date,
): Promise<void> {
  const decided = told.state !== 'under-analysis'
  await db`update agenda.request set state = ${told.state}, reason = ${told.reason}, redirected_unit_id = ${told.unitId}::bigint,
      decided_at = ${decided ? now : null}, decided_by = ${decided ? actor.userId : null}::bigint where id = ${told.id}`
}
