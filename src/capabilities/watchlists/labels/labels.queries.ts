import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { MarkColour } from '../../../ui/index.ts'
import { mayKnow } from '../../cases/index.ts'

export interface LabelRow {
  id: string
  name: string
  colour: MarkColour
  active: boolean
  /** It was on some case file once: it stays in the register for ever. */
  used: boolean
  /** Case files open on the unit's desk that carry it, as far as this person may see them. */
  openCount: number
}

/** The labels of the actor's unit, or one of them, with what they count on the desk. Those in use come first. */
export async function selectLabels(db: Database, actor: Actor, id?: string): Promise<LabelRow[]> {
  return db<LabelRow[]>`
    select l.id, l.name, l.colour, l.deactivated_at is null as active,
           exists (select 1 from watchlists.labelling_event e where e.label_id = l.id) as used,
           (select count(*)::int from watchlists.labelling x
              join cases.holding h on h.case_file_id = x.case_file_id and h.unit_id = x.unit_id and h.closed_at is null and not h.suspended
              join cases.case_file c on c.id = x.case_file_id
               and ${mayKnow(db, actor)}
             where x.label_id = l.id) as "openCount"
      from watchlists.label l
     where l.unit_id = ${actor.unitId} ${id === undefined ? db`` : db`and l.id = ${id}`}
     order by l.deactivated_at is not null, lower(platform.plain(l.name)), l.id limit 200`
}

export async function countLabels(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from watchlists.label where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** Undefined: the unit already has a label of this name. */
export async function insertLabel(
  db: Database,
  actor: Actor,
  label: { readonly name: string; readonly colour: string },
  now: Date,
): Promise<string | undefined> {
  const [row] = await db<{ id: string }[]>`
    insert into watchlists.label (unit_id, name, colour, created_at, created_by)
    values (${actor.unitId}, ${label.name}, ${label.colour}, ${now}, ${actor.userId})
    on conflict (unit_id, lower(name)) do nothing returning id`
  return row?.id
}

/** Holds the label until the transaction ends; false where the unit has no such label. */
export async function lockLabel(db: Database, unitId: string, id: string): Promise<boolean> {
  const rows = await db`select 1 from watchlists.label where id = ${id} and unit_id = ${unitId} for update`
  return rows.length > 0
}

/** False: another label of the unit has the name. */
export async function updateLabel(
  db: Database,
  unitId: string,
  id: string,
  label: { readonly name: string; readonly colour: string; readonly active: boolean },
  now: Date,
): Promise<boolean> {
  const rows = await db`
    update watchlists.label set name = ${label.name}, colour = ${label.colour},
           deactivated_at = case when ${label.active} then null else coalesce(deactivated_at, ${now}) end
     where id = ${id} and not exists (
       select 1 from watchlists.label o where o.unit_id = ${unitId} and lower(o.name) = lower(${label.name}) and o.id <> ${id})
    returning 1`
  return rows.length > 0
}

/** False: it was used, and its history names it. */
export async function deleteUnused(db: Database, id: string): Promise<boolean> {
  const rows = await db`
    delete from watchlists.label l where l.id = ${id}
       and not exists (select 1 from watchlists.labelling_event e where e.label_id = l.id) returning 1`
  return rows.length > 0
}
