import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface ReopeningRow {
  id: string
  caseFileId: string
  caseNumber: string
  caseDigits: string
  typeName: string
  dueOn: LocalDate
  setBy: string
}

/** What the actor's unit will have reopened, soonest first. */
export function selectReopenings(db: Database, actor: Actor): Promise<ReopeningRow[]> {
  return db<ReopeningRow[]>`${reopenings(db, actor, undefined)}`
}

/** The same, of one case file or of all: a part of a statement. */
export const reopenings = (db: Database, actor: Actor, caseFileId: string | undefined) => db`
    select s.id, c.id as "caseFileId", c.number as "caseNumber", c.digits as "caseDigits", t.name as "typeName",
           s.due_on::text as "dueOn", coalesce(a.social_name, a.name) as "setBy"
      from routing.scheduled_reopening s
      join cases.case_file c on c.id = s.case_file_id and c.state <> 'deleted'
       and (c.effective_level <> 'confidential' or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))
      join classification.case_type t on t.id = c.case_type_id
      join identity.account a on a.id = s.set_by
     where s.unit_id = ${actor.unitId} and s.ended_at is null
       ${caseFileId ? db`and s.case_file_id = ${caseFileId}` : db``}
     order by s.due_on, s.id limit 200`

export async function insertReopening(
  db: Database,
  actor: Actor,
  caseFileId: string,
  dueOn: string,
  now: Date,
): Promise<void> {
  await db`insert into routing.scheduled_reopening (case_file_id, unit_id, due_on, set_at, set_by)
    values (${caseFileId}, ${actor.unitId}, ${dueOn}::date, ${now}, ${actor.userId})`
}

/** Ends what the unit had scheduled for the case file; answers the day, where there was one. */
export async function endReopening(
  db: Database,
  actor: Actor,
  caseFileId: string,
  ending: 'cancelled' | 'replaced',
  now: Date,
): Promise<LocalDate | undefined> {
  const [row] = await db<{ dueOn: LocalDate }[]>`
    update routing.scheduled_reopening set ended_at = ${now}, ended_by = ${actor.userId}, ending = ${ending}
     where case_file_id = ${caseFileId} and unit_id = ${actor.unitId} and ended_at is null
    returning due_on::text as "dueOn"`
  return row?.dueOn
}

/** What is due, of case files that may move: while one is suspended or blocked its day waits. */
export function selectDueReopenings(
  db: Database,
  today: LocalDate,
  most: number,
): Promise<{ id: string; caseFileId: string }[]> {
  return db<{ id: string; caseFileId: string }[]>`
    select s.id, s.case_file_id as "caseFileId" from routing.scheduled_reopening s
      join cases.case_file c on c.id = s.case_file_id and c.state = 'normal'
     where s.due_on <= ${today}::date and s.ended_at is null
     order by s.due_on, s.id limit ${most}`
}

export interface DueReopening {
  id: string
  caseFileId: string
  unitId: string
  unitAcronym: string
  agencyId: string
  dueOn: LocalDate
  setBy: string
  setById: string
  alreadyOpen: boolean
  unitOpenedIt: boolean
}

/** Holds the case file, then reads what is still to be done; undefined where another node did it meanwhile. */
export async function lockDueReopening(
  db: Database,
  due: { readonly id: string; readonly caseFileId: string },
): Promise<DueReopening | undefined> {
  await db`select 1 from cases.case_file where id = ${due.caseFileId} for update`
  const [row] = await db<DueReopening[]>`
    select s.id, s.case_file_id as "caseFileId", s.unit_id as "unitId", u.acronym as "unitAcronym", u.agency_id as "agencyId",
           s.due_on::text as "dueOn", coalesce(a.social_name, a.name) as "setBy", s.set_by as "setById",
           exists (select 1 from cases.holding h where h.case_file_id = c.id and h.unit_id = s.unit_id and h.closed_at is null) as "alreadyOpen",
           c.unit_id = s.unit_id as "unitOpenedIt"
      from routing.scheduled_reopening s
      join cases.case_file c on c.id = s.case_file_id and c.state = 'normal'
      join organization.unit u on u.id = s.unit_id
      join identity.account a on a.id = s.set_by
     where s.id = ${due.id} and s.ended_at is null
       for update of s`
  return row
}

export async function updateReopened(
  db: Database,
  id: string,
  ending: 'reopened' | 'not-needed',
  now: Date,
): Promise<void> {
  await db`update routing.scheduled_reopening set ended_at = ${now}, ending = ${ending} where id = ${id}`
}
