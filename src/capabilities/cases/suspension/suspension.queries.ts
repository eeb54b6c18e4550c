import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export async function insertSuspension(
  db: Database,
  actor: Actor,
  suspension: { readonly caseFileId: string; readonly reason: string; readonly linkedId: string | undefined },
  now: Date,
): Promise<void> {
  await db`insert into cases.suspension (case_file_id, unit_id, reason, linked_case_file_id, started_at, started_by)
    values (${suspension.caseFileId}, ${actor.unitId}, ${suspension.reason}, ${suspension.linkedId ?? null}, ${now}, ${actor.userId})`
}

export async function endSuspension(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<void> {
  await db`update cases.suspension set ended_at = ${now}, ended_by = ${actor.userId}
    where case_file_id = ${caseFileId} and ended_at is null`
}

/** Off the desk, or back on it. */
export async function updateHoldingsSuspended(db: Database, caseFileId: string, suspended: boolean): Promise<void> {
  await db`update cases.holding set suspended = ${suspended} where case_file_id = ${caseFileId} and closed_at is null`
}

/** Those that wait for this one learn that it moves again (PRO-172). */
export async function updateNewsOfWaiting(
  db: Database,
  actor: Actor,
  linkedId: string,
  now: Date,
): Promise<WaitingRow[]> {
  return db<WaitingRow[]>`
    update cases.case_file c set news_at = ${now}, news_unit_id = ${actor.unitId}
      from cases.suspension s
     where s.case_file_id = c.id and s.linked_case_file_id = ${linkedId} and s.ended_at is null
    returning c.id, c.number, c.effective_level as level,
              array(select e.address from organization.unit_email e where e.unit_id = s.unit_id order by e.id) as emails`
}

/** A case file that waits for another. */
export interface WaitingRow {
  id: string
  number: string
  level: 'public' | 'restricted' | 'confidential'
  /** Of the unit that suspended it. */
  emails: string[]
}

export interface SuspensionRow {
  unitId: string
  unitAcronym: string
  reason: string
  startedAt: Date
  startedBy: string
  linkedId: string | null
}

export async function selectSuspension(db: Database, caseFileId: string): Promise<SuspensionRow | undefined> {
  const [row] = await db<SuspensionRow[]>`
    select s.unit_id as "unitId", u.acronym as "unitAcronym", s.reason, s.started_at as "startedAt",
           coalesce(a.social_name, a.name) as "startedBy", s.linked_case_file_id as "linkedId"
      from cases.suspension s
      join organization.unit u on u.id = s.unit_id
      join identity.account a on a.id = s.started_by
     where s.case_file_id = ${caseFileId} and s.ended_at is null`
  return row
}

export interface SuspendedRow {
  number: string
  digits: string
  typeName: string
  summary: string
  reason: string
  startedAt: Date
  startedBy: string
  /** Null too where the one it waits for may not be listed by this person. */
  linkedNumber: string | null
  linkedDigits: string | null
  /** The one it waits for was suspended too, and is no longer. */
  awaitedIsOver: boolean
  total: number
}

/**
 * What the unit suspended and this person may see there, latest first. What is confidential is named by number and type
 * alone until the password is given in this session (PRO-063).
 */
export async function selectSuspended(
  db: Database,
  actor: Actor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  now: Date,
): Promise<SuspendedRow[]> {
  return db<SuspendedRow[]>`
    select c.number, c.digits, t.name as "typeName", case when o.opened then c.summary else '' end as summary,
           case when o.opened then s.reason else '' end as reason, s.started_at as "startedAt",
           coalesce(a.social_name, a.name) as "startedBy", l.number as "linkedNumber", l.digits as "linkedDigits",
           exists (select 1 from cases.suspension x where x.case_file_id = l.id and x.ended_at > s.started_at)
             and l.state <> 'suspended' as "awaitedIsOver",
           (count(*) over ())::int as total
      from cases.suspension s
     cross join (select platform.flag('per-document-internal') as per_document) f
      join cases.case_file c on c.id = s.case_file_id
       and (cases.may_list(c, ${actor.unitId}, f.per_document) or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))
     cross join lateral (select cases.governing_level(c, f.per_document) <> 'confidential' or exists (
                           select 1 from identity.confirmation k where k.session_hash = decode(${actor.sessionHash}, 'hex')
                              and k.case_file_id = c.id and k.until > ${now}) as opened) o
      join classification.case_type t on t.id = c.case_type_id
      join identity.account a on a.id = s.started_by
      left join cases.case_file l on o.opened and l.id = s.linked_case_file_id and cases.may_list(l, ${actor.unitId}, f.per_document)
     where s.unit_id = ${actor.unitId} and s.ended_at is null
     order by s.started_at desc, s.id desc limit ${limit} offset ${offset}`
}
