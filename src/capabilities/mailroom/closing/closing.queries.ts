import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkKnown, isLinkNamed, isLinkTold, joinLinkedCase } from '../../cases/index.ts'
import type { PaperSignature } from '../../signatures/index.ts'
import type { EntryKind, EntryState } from '../day-book/entry.ts'
import type { ClosedLine } from './closing.rules.ts'

/** Pages of a unit are closed one after the other. */
export async function lockPages(db: Database, unitId: string): Promise<void> {
  await db`select 1 from organization.unit where id = ${unitId} for no key update`
}

/** The lines that the next page of the unit holds: see the README. Nothing here asks who looks: all of them are kept. */
export async function selectLinesToClose(db: Database, actor: Actor, dayStart: Date): Promise<ClosedLine[]> {
  return db<ClosedLine[]>`
    with pages as materialized (
      select d.id, d.day, d.closed_at from mailroom.closed_day d where d.unit_id in (select organization.lineage(${actor.unitId}))),
    newest as (select max(p.closed_at) as closed_at, min(p.day) as first_day from pages p),
    lines as (
      select x.*, l.is_open as was_open, l.closed_at as told_at
        from mailroom.entry x cross join newest n
        left join lateral (
          select k.is_open, p.closed_at from mailroom.closed_line k join pages p on p.id = k.closed_day_id
           where k.entry_id = x.id order by p.closed_at desc, p.id desc limit 1) l on true
       where x.unit_id in (select organization.lineage(${actor.unitId}))
         and (x.settled_at is null
              -- A day more than the page before: whoever was writing while it was closed stands on this one.
              or x.settled_at >= coalesce(n.closed_at - interval '1 day', ${dayStart}::timestamptz)
                 and (l.closed_at is not null or x.settled_at >= coalesce(n.first_day::timestamptz, ${dayStart}::timestamptz))))
    select x.id as "entryId",
           case when x.told_at is null and (exists (select 1 from pages) or x.received_at >= ${dayStart}) then 'received'
                when x.told_at is null or x.was_open then 'carried' else 'reopened' end as came,
           x.settled_at is null as "isOpen", x.state, coalesce(r.social_name, r.name, '') as responsible,
           x.case_file_id as "caseFileId", x.due_on::text as "dueOn", x.number, x.year
      from lines x left join identity.account r on r.id = x.responsible_id
     where x.told_at is null or x.was_open or x.settled_at is null or x.settled_at > x.told_at
     order by x.received_at, x.id`
}

export async function insertClosedDay(
  db: Database,
  actor: Actor,
  page: {
    readonly day: LocalDate
    readonly year: number
    readonly number: number
    readonly sha256: string
    readonly lines: readonly ClosedLine[]
  },
  now: Date,
): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    with made as (
      insert into mailroom.closed_day (unit_id, day, year, number, closed_at, closed_by, sha256)
      values (${actor.unitId}, ${page.day}::date, ${page.year}, ${page.number}, ${now}, ${actor.userId}, decode(${page.sha256}, 'hex'))
      returning id),
    kept as (
      insert into mailroom.closed_line (closed_day_id, position, entry_id, came, is_open, state, responsible, case_file_id, due_on)
      select made.id, l.place, (l.line ->> 'entryId')::bigint, l.line ->> 'came', (l.line ->> 'isOpen')::boolean, l.line ->> 'state',
             l.line ->> 'responsible', (l.line ->> 'caseFileId')::bigint, (l.line ->> 'dueOn')::date
        from made, jsonb_array_elements(${JSON.stringify(page.lines)}::text::jsonb) with ordinality as l(line, place))
    select id from made`
  if (!row) throw new Error('a closed day was not inserted')
  return row.id
}

export async function insertSignature(db: Database, closedDayId: string, one: PaperSignature): Promise<void> {
  await db`
    insert into mailroom.closed_day_signature (closed_day_id, account_id, signer_name, capacity, unit_acronym, agency_acronym, sha256,
           statement_sha256, crc, signed_at)
    values (${closedDayId}, ${one.accountId}, ${one.signerName}, ${one.capacity}, ${one.unitAcronym}, ${one.agencyAcronym}, ${one.sha256},
            ${one.statementSha256}, ${one.crc}, ${one.signedAt})`
}

/** Undefined: the page was closed before pages were signed. */
export async function selectSignature(db: Database, closedDayId: string): Promise<PaperSignature | undefined> {
  const [row] = await db<PaperSignature[]>`
    select account_id as "accountId", signer_name as "signerName", capacity, unit_acronym as "unitAcronym",
           agency_acronym as "agencyAcronym", sha256, statement_sha256 as "statementSha256", crc, signed_at as "signedAt"
      from mailroom.closed_day_signature where closed_day_id = ${closedDayId}`
  return row
}

/** All the lines of a page as they were hashed, whoever looks: for nothing but the hash. */
export async function selectLinesForHash(db: Database, closedDayId: string): Promise<ClosedLine[]> {
  return db<ClosedLine[]>`
    select l.entry_id as "entryId", l.came, l.is_open as "isOpen", l.state, l.responsible, l.case_file_id as "caseFileId",
           l.due_on::text as "dueOn", x.number, x.year
      from mailroom.closed_line l join mailroom.entry x on x.id = l.entry_id where l.closed_day_id = ${closedDayId} order by l.position`
}

export interface ClosedDayRow {
  id: string
  unitId: string
  day: LocalDate
  number: number
  year: number
  unit: string
  unitName: string
  closedAt: Date
  closedBy: string
  sha256: string
}

/** The page of a day, or that of an id. */
export async function selectClosedDay(
  db: Database,
  actor: Actor,
  by: { readonly day: LocalDate } | { readonly id: string },
): Promise<ClosedDayRow | undefined> {
  const [row] = await db<ClosedDayRow[]>`
    select d.id, d.unit_id as "unitId", d.day::text as day, d.number, d.year, u.acronym as unit, u.name as "unitName", d.closed_at as "closedAt",
           coalesce(k.social_name, k.name) as "closedBy", encode(d.sha256, 'hex') as sha256
      from mailroom.closed_day d join organization.unit u on u.id = d.unit_id join identity.account k on k.id = d.closed_by
     where d.unit_id in (select organization.lineage(${actor.unitId}))
       and ${'day' in by ? db`d.day = ${by.day}::date` : db`d.id = ${by.id}`} order by d.id desc limit 1`
  return row
}

export interface ClosedLineRow {
  entryId: string
  number: number
  year: number
  came: ClosedLine['came']
  isOpen: boolean
  state: EntryState
  kind: EntryKind
  subject: string
  sender: string
  responsible: string
  isInCase: boolean
  caseNumber: string | null
  caseDigits: string | null
}

/**
 * The lines of a page as they stood, those that this person may know of; their words as the case file in which they are
 * now lets them be told. The number of a case file only where the line is still in it.
 */
export async function selectClosedLines(
  db: Database,
  actor: Actor,
  closedDayId: string,
  now: Date,
): Promise<ClosedLineRow[]> {
  return db<ClosedLineRow[]>`
    select l.entry_id as "entryId", x.number, x.year, l.came, l.is_open as "isOpen", l.state, x.kind,
           case when ${isLinkTold(db, actor, now)} then x.subject else '(reservado)' end as subject,
           case when ${isLinkTold(db, actor, now)} then x.sender else '(reservado)' end as sender,
           l.responsible, l.case_file_id is not null as "isInCase",
           case when l.case_file_id = x.case_file_id and ${isLinkNamed(db, actor)} then c.number end as "caseNumber",
           case when l.case_file_id = x.case_file_id and ${isLinkNamed(db, actor)} then c.digits end as "caseDigits"
      from mailroom.closed_line l join mailroom.entry x on x.id = l.entry_id ${joinLinkedCase(db)}
     where l.closed_day_id = ${closedDayId} and ${isLinkKnown(db, actor)} order by l.position`
}
