import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../../organization/index.ts'
import type { ItemData, PlanData, StepData } from './plan.ts'

export interface PlanRow extends PlanData {
  id: string
  active: boolean
}

export interface PlanInListRow extends PlanRow {
  items: number
  /** Case files that are on it now. */
  caseFiles: number
  total: number
}

const columns = (db: Database) => db`
  p.id, p.name, p.description, p.valid_from::text as "validFrom", p.valid_until::text as "validUntil",
  p.deactivated_at is null as active`

export async function selectPlans(db: Database, asked: ListRequest): Promise<PlanInListRow[]> {
  return db<PlanInListRow[]>`
    select ${columns(db)}, (count(*) over ())::int as total,
           (select count(*)::int from work_plans.item i join work_plans.step s on s.id = i.step_id
             where s.plan_id = p.id and i.deactivated_at is null and s.deactivated_at is null) as items,
           (select count(*)::int from work_plans.association a where a.plan_id = p.id and a.ended_at is null) as "caseFiles"
      from work_plans.plan p
     where ${asked.state === 'all' ? db`true` : db`(p.deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(p.name)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by p.name limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export async function selectPlan(db: Database, id: string): Promise<PlanRow | undefined> {
  const [row] = await db<PlanRow[]>`select ${columns(db)} from work_plans.plan p where p.id = ${id}`
  return row
}

/** The plans that may be put on a case file on that day. */
export async function selectPlansInForce(db: Database, today: string): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select id, name from work_plans.plan
     where deactivated_at is null
       and ${today}::date between coalesce(valid_from, '-infinity') and coalesce(valid_until, 'infinity')
     order by name limit 500`
}

/** Undefined: another plan has the name. */
export async function insertPlan(db: Database, actor: Actor, plan: PlanData, now: Date): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into work_plans.plan (name, description, valid_from, valid_until, created_at, created_by)
    values (${plan.name}, ${plan.description}, ${plan.validFrom}::date, ${plan.validUntil}::date, ${now}, ${actor.userId})
    on conflict (lower(name)) do nothing returning id`
  return row?.id
}

/** False: another plan has the name. */
export async function updatePlan(
  db: Database,
  id: string,
  plan: PlanData & { readonly active: boolean },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update work_plans.plan p set name = ${plan.name}, description = ${plan.description},
           valid_from = ${plan.validFrom}::date, valid_until = ${plan.validUntil}::date,
           deactivated_at = case when ${plan.active} then null else coalesce(deactivated_at, ${now}) end
     where p.id = ${id} and not exists (
       select 1 from work_plans.plan o where lower(o.name) = lower(${plan.name}) and o.id <> p.id) returning 1`
  return rows.length > 0
}

export interface StepRow extends StepData {
  id: string
}

export interface ItemRow extends ItemData {
  id: string
  stepId: string
  typeNames: string[]
}

/** The steps of a plan in their order, those out of use last; at most 50. */
export async function selectSteps(db: Database, planId: string): Promise<StepRow[]> {
  return db<StepRow[]>`
    select id, name, position, deactivated_at is null as active from work_plans.step
     where plan_id = ${planId} order by deactivated_at is not null, position, id limit 50`
}

/** The items of a plan in the order of its steps and their own; at most 500. */
export async function selectItems(db: Database, planId: string): Promise<ItemRow[]> {
  return db<ItemRow[]>`
    select i.id, i.step_id as "stepId", i.name, i.position, i.days, i.deactivated_at is null as active,
           coalesce(t.ids, '{}') as "typeIds", coalesce(t.names, '{}') as "typeNames"
      from work_plans.item i join work_plans.step s on s.id = i.step_id
      left join lateral (
        select array_agg(d.id::text order by d.name) as ids, array_agg(d.name order by d.name) as names
          from work_plans.item_document_type x join classification.document_type d on d.id = x.document_type_id
         where x.item_id = i.id) t on true
     where s.plan_id = ${planId}
     order by s.position, s.id, i.deactivated_at is not null, i.position, i.id limit 500`
}

/** Undefined: the name is taken, or there are too many. */
export async function insertStep(
  db: Database,
  step: { readonly planId: string; readonly name: string; readonly most: number },
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into work_plans.step (plan_id, name, position)
    select ${step.planId}, ${step.name}, coalesce(max(position), 0) + 1 from work_plans.step
     where plan_id = ${step.planId} having count(*) < ${step.most}
    on conflict (plan_id, lower(name)) do nothing returning id`
  return row?.id
}

/** False: another step of the plan has the name. */
export async function updateStep(db: Database, id: string, step: StepData, now: Date): Promise<boolean> {
  const rows = await db`
    update work_plans.step s set name = ${step.name}, position = ${step.position},
           deactivated_at = case when ${step.active} then null else coalesce(deactivated_at, ${now}) end
     where s.id = ${id} and not exists (
       select 1 from work_plans.step o where o.plan_id = s.plan_id and lower(o.name) = lower(${step.name}) and o.id <> s.id)
    returning 1`
  return rows.length > 0
}

/** Undefined: the name is taken, or there are too many. */
export async function insertItem(
  db: Database,
  item: { readonly stepId: string; readonly name: string; readonly days: number | null; readonly most: number },
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into work_plans.item (step_id, name, days, position)
    select ${item.stepId}, ${item.name}, ${item.days}::int, coalesce(max(position), 0) + 1 from work_plans.item
     where step_id = ${item.stepId} having count(*) < ${item.most}
    on conflict (step_id, lower(name)) do nothing returning id`
  return row?.id
}

/** False: another item of the step has the name. */
export async function updateItem(db: Database, id: string, item: ItemData, now: Date): Promise<boolean> {
  const rows = await db`
    update work_plans.item i set name = ${item.name}, position = ${item.position}, days = ${item.days}::int,
           deactivated_at = case when ${item.active} then null else coalesce(deactivated_at, ${now}) end
     where i.id = ${id} and not exists (
       select 1 from work_plans.item o where o.step_id = i.step_id and lower(o.name) = lower(${item.name}) and o.id <> i.id)
    returning 1`
  return rows.length > 0
}

/** The types of documents of an item become exactly these; what is no type is passed over. */
export async function replaceItemTypes(db: Database, itemId: string, typeIds: readonly string[]): Promise<void> {
  await db`
    with gone as (
      delete from work_plans.item_document_type
       where item_id = ${itemId} and document_type_id <> all (${[...typeIds]}::text[]::bigint[]))
    insert into work_plans.item_document_type (item_id, document_type_id)
    select ${itemId}, d.id from classification.document_type d where d.id = any (${[...typeIds]}::text[]::bigint[])
    on conflict do nothing`
}

export async function selectDocumentTypes(db: Database): Promise<{ id: string; name: string }[]> {
  return db<{ id: string; name: string }[]>`
    select id, name from classification.document_type where deactivated_at is null order by name limit 1000`
}

export interface TypeOfPlanRow {
  id: string
  name: string
  /** The plan that case files of the type take; null: none. */
  planId: string | null
}

/** The case types in use, and those out of use that still take a plan. */
export async function selectCaseTypes(db: Database): Promise<TypeOfPlanRow[]> {
  return db<TypeOfPlanRow[]>`
    select t.id, t.name, d.plan_id as "planId" from classification.case_type t
      left join work_plans.case_type_default d on d.case_type_id = t.id
     where t.deactivated_at is null or d.plan_id is not null order by t.name limit 2000`
}

/** False: there is no such type, or it takes a plan already. */
export async function insertDefault(db: Database, planId: string, caseTypeId: string): Promise<boolean> {
  const rows = await db`
    insert into work_plans.case_type_default (case_type_id, plan_id)
    select t.id, ${planId} from classification.case_type t where t.id = ${caseTypeId} and t.deactivated_at is null
    on conflict do nothing returning 1`
  return rows.length > 0
}

/** False: the type does not take this plan. */
export async function deleteDefault(db: Database, planId: string, caseTypeId: string): Promise<boolean> {
  const rows = await db`
    delete from work_plans.case_type_default where case_type_id = ${caseTypeId} and plan_id = ${planId} returning 1`
  return rows.length > 0
}
