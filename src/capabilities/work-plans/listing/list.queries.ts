import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isOpened } from '../../cases/index.ts'
import { rowsPerPage } from '../../organization/index.ts'
import type { ItemState } from '../item-state.rules.ts'

/** What the list is asked for; undefined: all of it. */
export interface ListAsked {
  readonly planId: string | undefined
  readonly stepId: string | undefined
  readonly state: ItemState | 'not-begun' | undefined
  readonly late: boolean
  readonly page: number
}

/** The case files on the desk of the unit that have a plan, `a`, and that this person may see in lists, `c`. */
const onDesk = (db: Database, actor: Actor) => db`
  from cases.holding h
  join cases.case_file c on c.id = h.case_file_id and c.state <> 'deleted'
   and (cases.may_list(c, ${actor.unitId}, (select platform.flag('per-document-internal')))
        or cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId}))
  join work_plans.association a on a.case_file_id = c.id and a.ended_at is null
  join work_plans.plan p on p.id = a.plan_id`

/** How the items of a plan stand, `x`: those in use, and those in which something was done. */
const items = (db: Database, today: LocalDate) => db`
  select i.id, s.id as step_id, s.name as step_name, s.position, g.state,
         coalesce(g.state in ('finished', 'not-applicable', 'disregarded'), false) as settled,
         i.days is not null and coalesce(g.state, '') not in ('finished', 'not-applicable', 'disregarded')
           and (a.since at time zone 'America/Sao_Paulo')::date + i.days < ${today}::date as late
    from work_plans.step s join work_plans.item i on i.step_id = s.id
    left join work_plans.progress g on g.association_id = a.id and g.item_id = i.id
   where s.plan_id = a.plan_id and (i.deactivated_at is null and s.deactivated_at is null or g.state is not null)`

export interface CaseOnPlanRow {
  number: string
  digits: string
  typeName: string
  summary: string
  level: 'public' | 'restricted' | 'confidential'
  planName: string
  /** The first step that still waits for something; null: none does. */
  stepName: string | null
  settled: number
  all: number
  late: number
  total: number
}

/** One page of the case files on plans, those with more late items first. */
export async function selectCasesOnPlans(
  db: Database,
  actor: Actor,
  asked: ListAsked,
  today: LocalDate,
  now: Date,
): Promise<CaseOnPlanRow[]> {
  const wanted = db`
    ${asked.stepId ? db`and x.step_id = ${asked.stepId}` : db``}
    ${asked.state === 'not-begun' ? db`and x.state is null` : asked.state ? db`and x.state = ${asked.state}` : db``}
    ${asked.late ? db`and x.late` : db``}`
  const narrows = asked.stepId || asked.state || asked.late
  return db<CaseOnPlanRow[]>`
    select c.number, c.digits, t.name as "typeName",
           case when ${isOpened(db, actor, now)} then c.summary else '' end as summary, c.effective_level as level,
           p.name as "planName", f.step_name as "stepName", f.settled, f."all", f.late, (count(*) over ())::int as total
      ${onDesk(db, actor)}
      join classification.case_type t on t.id = c.case_type_id
      join lateral (
        select count(*) filter (where x.settled)::int as settled, count(*)::int as "all",
               count(*) filter (where x.late)::int as late, bool_or(true ${wanted}) as wanted,
               (array_agg(x.step_name order by x.position, x.step_id) filter (where not x.settled))[1] as step_name
          from (${items(db, today)}) x) f on true
     where h.unit_id = ${actor.unitId} and h.closed_at is null
       ${asked.planId ? db`and a.plan_id = ${asked.planId}` : db``} ${narrows ? db`and f.wanted` : db``}
     order by f.late desc, a.since, c.id limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export interface PlanOnDeskRow {
  id: string
  name: string
  caseFiles: number
  /** Those with something late in them. */
  late: number
}

/** The plans of the case files on the desk, with how many there are of each: as many as the list shows. */
export async function selectPlansOnDesk(db: Database, actor: Actor, today: LocalDate): Promise<PlanOnDeskRow[]> {
  return db<PlanOnDeskRow[]>`
    select p.id, p.name, count(*)::int as "caseFiles",
           count(*) filter (where exists (select 1 from (${items(db, today)}) x where x.late))::int as late
      ${onDesk(db, actor)}
     where h.unit_id = ${actor.unitId} and h.closed_at is null
     group by p.id order by p.name limit 200`
}

/** The steps of a plan, to choose from. */
export async function selectStepsToChoose(db: Database, planId: string): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select id, name from work_plans.step where plan_id = ${planId} and deactivated_at is null order by position, id limit 50`
}
