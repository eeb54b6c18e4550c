import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { isOpened } from '../cases/index.ts'
import { rowsPerPage } from '../organization/index.ts'

/** Puts the case file on the point, from wherever it stood, and writes the step. False: it stands there, or no such point. */
export async function upsertStanding(
  db: Database,
  actor: Actor,
  caseFileId: string,
  checkpointId: string,
  now: Date,
): Promise<boolean> {
  const rows = await db`
    with put as (
      insert into checkpoints.standing as s (unit_id, case_file_id, checkpoint_id, since, set_by)
      select p.unit_id, ${caseFileId}, p.id, ${now}, ${actor.userId} from checkpoints.checkpoint p
       where p.id = ${checkpointId} and p.unit_id = ${actor.unitId} and p.deactivated_at is null
      on conflict (unit_id, case_file_id) do update
        set checkpoint_id = excluded.checkpoint_id, since = excluded.since, set_by = excluded.set_by
      where s.checkpoint_id <> excluded.checkpoint_id
      returning 1
    )
    insert into checkpoints.step (unit_id, case_file_id, checkpoint_id, at, account_id)
    select ${actor.unitId}, ${caseFileId}, ${checkpointId}, ${now}, ${actor.userId} from put returning 1`
  return rows.length > 0
}

/** Takes it off its point and writes the step. False: it stood on none. */
export async function deleteStanding(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<boolean> {
  const rows = await db`
    with gone as (
      delete from checkpoints.standing where unit_id = ${actor.unitId} and case_file_id = ${caseFileId} returning 1
    )
    insert into checkpoints.step (unit_id, case_file_id, checkpoint_id, at, account_id)
    select ${actor.unitId}, ${caseFileId}, null, ${now}, ${actor.userId} from gone returning 1`
  return rows.length > 0
}

export interface StepRow {
  id: string
  /** Null: it was taken off its point. */
  name: string | null
  checkpointId: string | null
  at: Date
  person: string
}

/** The steps of a case file in the actor's unit and those it succeeds, newest first; at most 100. */
export async function selectSteps(db: Database, actor: Actor, caseFileId: string): Promise<StepRow[]> {
  return db<StepRow[]>`
    select s.id, p.name, s.checkpoint_id as "checkpointId", s.at, coalesce(a.social_name, a.name) as person
      from checkpoints.step s
      left join checkpoints.checkpoint p on p.id = s.checkpoint_id
      join identity.account a on a.id = s.account_id
     where s.case_file_id = ${caseFileId} and s.unit_id in (select organization.lineage(${actor.unitId}))
     order by s.id desc limit 100`
}

/** Of standings `s`: the case files that this person may see in this unit. */
const visible = (db: Database, actor: Actor) => db`
  join cases.case_file c on c.id = s.case_file_id and c.state <> 'deleted'
   and (cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal'))
        or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))`

export interface PointFiguresRow {
  id: string
  name: string
  active: boolean
  total: number
  /** Standing there for less than a week, less than a month, and longer. */
  week: number
  month: number
  longer: number
}

/** How many case files stand on each point of the unit, and for how long; concluded and sent ones too (PRO-244). */
export async function selectFigures(db: Database, actor: Actor, now: Date): Promise<PointFiguresRow[]> {
  return db<PointFiguresRow[]>`
    select p.id, p.name, p.deactivated_at is null as active, count(x.since)::int as total,
           count(*) filter (where x.since > ${now}::timestamptz - interval '7 days')::int as week,
           count(*) filter (where x.since <= ${now}::timestamptz - interval '7 days' and x.since > ${now}::timestamptz - interval '30 days')::int as month,
           count(*) filter (where x.since <= ${now}::timestamptz - interval '30 days')::int as longer
      from checkpoints.checkpoint p
      left join lateral (select s.since from checkpoints.standing s ${visible(db, actor)} where s.checkpoint_id = p.id) x on true
     where p.unit_id = ${actor.unitId}
     group by p.id having p.deactivated_at is null or count(x.since) > 0
     order by p.position, p.id limit 100`
}

export interface StandingRow {
  number: string
  digits: string
  typeName: string
  summary: string
  level: 'public' | 'restricted' | 'confidential'
  point: string
  since: Date
  setBy: string
  /** Whether it is open in the unit still. */
  openHere: boolean
  total: number
}

/** One page of the case files on points of the unit, those that stand longest first. */
export async function selectStandings(
  db: Database,
  actor: Actor,
  asked: { readonly checkpointId: string | undefined; readonly page: number },
  now: Date,
): Promise<StandingRow[]> {
  return db<StandingRow[]>`
    select c.number, c.digits, t.name as "typeName",
           case when ${isOpened(db, actor, now)} then c.summary else '' end as summary, c.effective_level as level, p.name as point, s.since,
           coalesce(a.social_name, a.name) as "setBy",
           exists (select 1 from cases.holding h where h.case_file_id = c.id and h.unit_id = s.unit_id and h.closed_at is null) as "openHere",
           (count(*) over ())::int as total
      from checkpoints.standing s ${visible(db, actor)}
      join checkpoints.checkpoint p on p.id = s.checkpoint_id
      join classification.case_type t on t.id = c.case_type_id
      join identity.account a on a.id = s.set_by
     where s.unit_id = ${actor.unitId} ${asked.checkpointId ? db`and s.checkpoint_id = ${asked.checkpointId}` : db``}
     order by s.since, c.id limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}
