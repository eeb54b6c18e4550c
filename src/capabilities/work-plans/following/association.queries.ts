import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { ItemState } from '../item-state.rules.ts'

/** Puts the plan on the case file instead of the one it has. False: it has this one, or the plan is not in force. */
export async function insertAssociation(
  db: Database,
  actor: Actor,
  { caseFileId, planId, today }: { readonly caseFileId: string; readonly planId: string; readonly today: LocalDate },
  now: Date,
): Promise<boolean> {
  const [plan] = await db<{ id: string }[]>`
    select p.id from work_plans.plan p
     where p.id = ${planId} and p.deactivated_at is null
       and ${today}::date between coalesce(p.valid_from, '-infinity') and coalesce(p.valid_until, 'infinity')
       and not exists (select 1 from work_plans.association a
                        where a.case_file_id = ${caseFileId} and a.ended_at is null and a.plan_id = p.id)`
  if (!plan) return false
  await db`update work_plans.association set ended_at = ${now}, ended_by = ${actor.userId}
    where case_file_id = ${caseFileId} and ended_at is null`
  await db`
    with put as (
      insert into work_plans.association (case_file_id, plan_id, since, set_by, unit_id)
      values (${caseFileId}, ${plan.id}, ${now}, ${actor.userId}, ${actor.unitId}) returning id)
    insert into work_plans.change (case_file_id, association_id, kind, at, account_id, unit_id)
    select ${caseFileId}, put.id, 'set', ${now}, ${actor.userId}, ${actor.unitId} from put`
  return true
}

/** Takes the plan off; what was done in it stays written. False: it has none. */
export async function endAssociation(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<boolean> {
  const rows = await db`
    with gone as (
      update work_plans.association set ended_at = ${now}, ended_by = ${actor.userId}
       where case_file_id = ${caseFileId} and ended_at is null returning id)
    insert into work_plans.change (case_file_id, association_id, kind, at, account_id, unit_id)
    select ${caseFileId}, gone.id, 'removed', ${now}, ${actor.userId}, ${actor.unitId} from gone returning 1`
  return rows.length > 0
}

/** The plan of a case file as the database tells it, with its items in their order. */
export interface PlanTold {
  id: string
  planId: string
  planName: string
  description: string
  /** The day, as people count. */
  since: LocalDate
  items: ItemTold[]
}

export interface ItemTold {
  id: string
  name: string
  stepId: string
  stepName: string
  days: number | null
  state: ItemState | null
  typeIds: string[]
  documentIds: string[]
}

/** The plan on a case file now; null: it has none. */
export async function selectPlanTold(db: Database, caseFileId: string): Promise<PlanTold | null> {
  const [row] = await db<{ told: PlanTold | null }[]>`select work_plans.told(${caseFileId}) as told`
  return row?.told ?? null
}

/** False: it stands so already. */
export async function upsertState(
  db: Database,
  actor: Actor,
  to: {
    readonly caseFileId: string
    readonly associationId: string
    readonly itemId: string
    readonly state: ItemState
    readonly note: string
  },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    with put as (
      insert into work_plans.progress as g (association_id, item_id, state)
      values (${to.associationId}, ${to.itemId}, ${to.state})
      on conflict (association_id, item_id) do update set state = excluded.state where g.state <> excluded.state
      returning 1)
    insert into work_plans.change (case_file_id, association_id, kind, item_id, state, note, at, account_id, unit_id)
    select ${to.caseFileId}, ${to.associationId}, 'state', ${to.itemId}, ${to.state}, ${to.note}, ${now}, ${actor.userId}, ${actor.unitId}
      from put returning 1`
  return rows.length > 0
}

interface ItemDocument {
  readonly caseFileId: string
  readonly associationId: string
  readonly itemId: string
  readonly documentId: string
}

/** False: it is in the item already. */
export async function insertItemDocument(db: Database, actor: Actor, to: ItemDocument, now: Date): Promise<boolean> {
  const rows = await db`
    with put as (
      insert into work_plans.item_document (association_id, item_id, document_id)
      values (${to.associationId}, ${to.itemId}, ${to.documentId}) on conflict do nothing returning 1)
    insert into work_plans.change (case_file_id, association_id, kind, item_id, document_id, at, account_id, unit_id)
    select ${to.caseFileId}, ${to.associationId}, 'document-in', ${to.itemId}, ${to.documentId}, ${now}, ${actor.userId}, ${actor.unitId}
      from put returning 1`
  return rows.length > 0
}

/** False: it is not in the item. */
export async function deleteItemDocument(db: Database, actor: Actor, to: ItemDocument, now: Date): Promise<boolean> {
  const rows = await db`
    with gone as (
      delete from work_plans.item_document
       where association_id = ${to.associationId} and item_id = ${to.itemId} and document_id = ${to.documentId} returning 1)
    insert into work_plans.change (case_file_id, association_id, kind, item_id, document_id, at, account_id, unit_id)
    select ${to.caseFileId}, ${to.associationId}, 'document-out', ${to.itemId}, ${to.documentId}, ${now}, ${actor.userId}, ${actor.unitId}
      from gone returning 1`
  return rows.length > 0
}

export interface ChangeRow {
  id: string
  kind: 'set' | 'taken-with-type' | 'removed' | 'state' | 'document-in' | 'document-out'
  planName: string
  itemName: string | null
  state: ItemState | null
  documentId: string | null
  note: string
  at: Date
  person: string
  unit: string
}

/** What became of plans on a case file, the newest first; at most 200. */
export async function selectChanges(db: Database, caseFileId: string): Promise<ChangeRow[]> {
  return db<ChangeRow[]>`
    select c.id, c.kind, p.name as "planName", i.name as "itemName", c.state, c.document_id as "documentId", c.note, c.at,
           coalesce(k.social_name, k.name) as person, u.acronym as unit
      from work_plans.change c
      join work_plans.association a on a.id = c.association_id
      join work_plans.plan p on p.id = a.plan_id
      left join work_plans.item i on i.id = c.item_id
      join identity.account k on k.id = c.account_id
      join organization.unit u on u.id = c.unit_id
     where c.case_file_id = ${caseFileId} order by c.id desc limit 200`
}
