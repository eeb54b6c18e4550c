import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { MarkColour } from '../../../ui/index.ts'

/** A label of the unit, with the text it has on this case file; null where it is not on it. */
export interface LabelThereRow {
  active: boolean
  name: string
  text: string | null
}

export async function selectLabelThere(
  db: Database,
  actor: Actor,
  caseFileId: string,
  labelId: string,
): Promise<LabelThereRow | undefined> {
  const [row] = await db<LabelThereRow[]>`
    select l.deactivated_at is null as active, l.name, x.text
      from watchlists.label l
      left join watchlists.labelling x on x.label_id = l.id and x.case_file_id = ${caseFileId}
     where l.id = ${labelId} and l.unit_id = ${actor.unitId}`
  return row
}

interface LabellingKey {
  readonly caseFileId: string
  readonly labelId: string
}

/** Puts the label on the case file, or another text on it, and the word of it into its history, in one statement. */
export async function upsertLabelling(
  db: Database,
  actor: Actor,
  { caseFileId, labelId }: LabellingKey,
  kind: 'included' | 'changed',
  text: string,
  now: Date,
): Promise<void> {
  await db`
    with put as (
      insert into watchlists.labelling (label_id, unit_id, case_file_id, text, changed_at, changed_by)
      values (${labelId}, ${actor.unitId}, ${caseFileId}, ${text}, ${now}, ${actor.userId})
      on conflict (label_id, case_file_id) do update
        set text = excluded.text, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    )
    insert into watchlists.labelling_event (label_id, unit_id, case_file_id, kind, text, at, account_id)
    values (${labelId}, ${actor.unitId}, ${caseFileId}, ${kind}, ${text}, ${now}, ${actor.userId})`
}

/** Takes it off, with the word of it. False: it was not there. */
export async function deleteLabelling(
  db: Database,
  actor: Actor,
  { caseFileId, labelId }: LabellingKey,
  now: Date,
): Promise<boolean> {
  const rows = await db`
    with gone as (
      delete from watchlists.labelling
       where label_id = ${labelId} and unit_id = ${actor.unitId} and case_file_id = ${caseFileId} returning text
    )
    insert into watchlists.labelling_event (label_id, unit_id, case_file_id, kind, text, at, account_id)
    select ${labelId}, ${actor.unitId}, ${caseFileId}, 'removed', text, ${now}, ${actor.userId} from gone returning 1`
  return rows.length > 0
}

export interface LabellingRow {
  labelId: string
  name: string
  colour: MarkColour
  text: string
  changedAt: Date
  changedBy: string
}

/** The labels of the actor's unit on a case file. */
export async function selectLabellings(db: Database, actor: Actor, caseFileId: string): Promise<LabellingRow[]> {
  return db<LabellingRow[]>`
    select l.id as "labelId", l.name, l.colour, x.text, x.changed_at as "changedAt",
           coalesce(a.social_name, a.name) as "changedBy"
      from watchlists.labelling x
      join watchlists.label l on l.id = x.label_id
      join identity.account a on a.id = x.changed_by
     where x.unit_id = ${actor.unitId} and x.case_file_id = ${caseFileId}
     order by lower(platform.plain(l.name)), l.id`
}

export interface LabellingEventRow {
  id: string
  kind: 'included' | 'changed' | 'removed'
  name: string
  text: string
  at: Date
  person: string
}

/** What the unit, and those it succeeds, did with labels on a case file, newest first; at most 100. */
export async function selectLabellingEvents(
  db: Database,
  actor: Actor,
  caseFileId: string,
): Promise<LabellingEventRow[]> {
  return db<LabellingEventRow[]>`
    select e.id, e.kind, l.name, e.text, e.at, coalesce(a.social_name, a.name) as person
      from watchlists.labelling_event e
      join watchlists.label l on l.id = e.label_id
      join identity.account a on a.id = e.account_id
     where e.case_file_id = ${caseFileId} and e.unit_id in (select organization.lineage(${actor.unitId}))
     order by e.id desc limit 100`
}
