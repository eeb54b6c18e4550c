import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkNamed, isLinkTold, joinLinkedCase } from '../../cases/index.ts'
import { isOfUnit } from '../authorities/calendars.queries.ts'
import { keepsReserved } from '../keepers/keepers.queries.ts'
import type { Participant } from '../participants/participant.ts'
import type { CommitmentKind, CommitmentState } from './commitment.ts'

export interface CommitmentRow {
  id: string
  uid: string
  officeId: string
  title: string
  attendant: string | null
  capacity: string
  requestId: string | null
  kind: CommitmentKind
  subject: string
  place: string
  booksRoom: boolean
  from: Date
  to: Date
  participants: readonly Participant[]
  representative: string
  represented: string
  interests: string
  reservedBasis: string | null
  discloseOn: LocalDate | null
  wordsArePublic: boolean
  /** Outside it is shown as reserved, unless its words may be public. */
  isCaseRestricted: boolean
  state: CommitmentState
  outcome: string
  sequence: number
  registeredAt: Date
  registeredBy: string
  changedAt: Date
  publishedAt: Date | null
  caseFileId: string | null
  caseNumber: string | null
  caseDigits: string | null
  /** Whether its words are for this person. */
  isTold: boolean
  /** Whether what is reserved, now or before, is for this person. */
  keepsReserved: boolean
}

/** What is reserved is told to those who keep the agenda; what is in a case file like the case file. */
const isTold = (db: Database, actor: Actor, today: LocalDate, now: Date) => db`
  ((x.reserved_basis is null or x.disclose_on <= ${today}::date or ${keepsReserved(db, actor, db`x.office_id`, today)}) and ${isLinkTold(db, actor, now)})`

const columns = (db: Database, actor: Actor, today: LocalDate, now: Date) => {
  const told = (column: string, instead: string) =>
    db`case when ${isTold(db, actor, today, now)} then x.${db(column)} else ${instead} end as ${db(column)}`
  return db`
  x.id, x.uid, x.office_id as "officeId", o.title, coalesce(a.social_name, a.name) as attendant, x.capacity,
  x.request_id as "requestId", x.kind, x.books_room as "booksRoom", lower(x.during) as from, upper(x.during) as to,
  ${told('subject', 'Ocupado')}, ${told('place', '–')}, ${told('representative', '')},
  ${told('represented', '')}, ${told('interests', '')}, ${told('outcome', '')},
  case when ${isTold(db, actor, today, now)} then x.participants else '[]' end as participants,
  x.reserved_basis as "reservedBasis", x.disclose_on::text as "discloseOn", x.words_are_public as "wordsArePublic",
  coalesce(c.effective_level = 'restricted', false) as "isCaseRestricted", x.state, x.sequence,
  x.registered_at as "registeredAt", coalesce(r.social_name, r.name) as "registeredBy", x.changed_at as "changedAt",
  x.published_at as "publishedAt", x.case_file_id as "caseFileId",
  case when ${isLinkNamed(db, actor)} and ${isTold(db, actor, today, now)} then c.number end as "caseNumber",
  case when ${isLinkNamed(db, actor)} and ${isTold(db, actor, today, now)} then c.digits end as "caseDigits",
  ${isTold(db, actor, today, now)} as "isTold", ${keepsReserved(db, actor, db`x.office_id`, today)} as "keepsReserved"`
}

const ofUnit = (db: Database, actor: Actor) => db`
  from agenda.commitment x
  join identity.office o on o.id = x.office_id and ${isOfUnit(db, actor)}
  ${joinLinkedCase(db)}
  left join identity.account a on a.id = x.account_id
  join identity.account r on r.id = x.registered_by`

/** Commitments `x` of an office between two instants, and those of its holder of the day in place of others. */
export const isInAgenda = (
  db: Database,
  { officeId, from, to }: { readonly officeId: string; readonly from: Date; readonly to: Date },
) => db`
  x.id in (
    select m.id from agenda.commitment m where m.office_id = ${officeId} and m.during && tstzrange(${from}, ${to})
    union
    select m.id from identity.tenure t
      join agenda.commitment m on m.account_id = t.account_id and m.during && tstzrange(${from}, ${to})
       and t.valid @> (lower(m.during) at time zone 'America/Sao_Paulo')::date
     where t.office_id = ${officeId})`

/**
 * What is in the agenda of an office between two instants, and what its holder does meanwhile in place of others (AG-06);
 * at most 300.
 */
export async function selectBetween(
  db: Database,
  actor: Actor,
  asked: { readonly officeId: string; readonly from: Date; readonly to: Date; readonly today: LocalDate },
  now: Date,
): Promise<CommitmentRow[]> {
  return db<CommitmentRow[]>`
    select ${columns(db, actor, asked.today, now)} ${ofUnit(db, actor)}
     where ${isInAgenda(db, asked)}
     order by lower(x.during), x.id limit 300`
}

/** Undefined: there is none in the agendas of this unit. */
export async function selectCommitment(
  db: Database,
  actor: Actor,
  asked: { readonly id: string; readonly mode: 'reading' | 'locked'; readonly today: LocalDate },
  now: Date,
): Promise<CommitmentRow | undefined> {
  const [row] = await db<CommitmentRow[]>`
    select ${columns(db, actor, asked.today, now)} ${ofUnit(db, actor)} where x.id = ${asked.id}
    ${asked.mode === 'locked' ? db`for update of x` : db``}`
  return row
}

export interface VersionRow {
  sequence: number
  at: Date
  person: string
  shown: unknown
}

/** The states in which it has been, the first one first; at most 200. */
export async function selectVersions(db: Database, commitmentId: string): Promise<VersionRow[]> {
  return db<VersionRow[]>`
    select v.sequence, v.at, coalesce(a.social_name, a.name) as person, v.shown
      from agenda.version v join identity.account a on a.id = v.account_id
     where v.commitment_id = ${commitmentId} order by v.sequence limit 200`
}
