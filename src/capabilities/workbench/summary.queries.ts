import type { Actor } from '../../platform/actor.ts'
import { todayIn } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { AgendaTold } from '../agenda/index.ts'
import type { DemandTold } from '../demands/index.ts'
import type { ReleasedGuide } from '../guides/index.ts'
import type { EntryTold } from '../mailroom/index.ts'
import type { ActivityTold } from '../projects/index.ts'
import { type WatchedRow, watchedRows } from '../watchlists/index.ts'
import type { PlanTold } from '../work-plans/index.ts'

export interface SummaryRow {
  interested: { id: string; name: string }[]
  classes: { code: string; description: string }[]
  observations: { unitAcronym: string; text: string; isOurs: boolean }[]
  related: { number: string; digits: string; typeName: string | null }[]
  annexed: { number: string; digits: string; typeName: string | null }[]
  suspension: { reason: string; since: string; unitAcronym: string } | null
  guides: ReleasedGuide[]
  workPlan: PlanTold | null
  entries: EntryTold[]
  agenda: AgendaTold[]
  activities: ActivityTold[]
  demands: DemandTold[]
  watched: WatchedRow | null
}

/**
 * What the summary of a case file shows besides the gate's own facts, in one statement. Of related case files restricted
 * to other units only the number is told (PRO-062); of confidential ones only holders of a credential know.
 */
export async function selectSummary(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<SummaryRow> {
  const perDocument = db`platform.flag('per-document-internal')`
  const held = db`cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId})`
  const visible = db`(cases.governing_level(c, ${perDocument}) <> 'confidential' or ${held}) and c.state <> 'deleted'`
  const typeName = db`case when cases.may_list(c, ${actor.unitId}, ${perDocument}) or ${held} then t.name end`
  const [row] = await db<SummaryRow[]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id::text, 'name', p.name) order by i.position), '[]')
         from cases.interested_party i join people.contact p on p.id = i.contact_id where i.case_file_id = x.id) as interested,
      (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'description', r.description) order by r.code), '[]')
         from cases.case_class k join classification.record_class r on r.id = k.record_class_id where k.case_file_id = x.id) as classes,
      (select coalesce(jsonb_agg(jsonb_build_object('unitAcronym', u.acronym, 'text', o.text, 'isOurs', o.unit_id = ${actor.unitId})
                order by o.unit_id = ${actor.unitId} desc, o.changed_at), '[]')
         from cases.observation o join organization.unit u on u.id = o.unit_id where o.case_file_id = x.id) as observations,
      (select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'digits', c.digits, 'typeName', ${typeName}) order by t.name, c.number), '[]')
         from cases.relation r
         join cases.case_file c on c.id = case when r.case_file_id = x.id then r.other_id else r.case_file_id end
         join classification.case_type t on t.id = c.case_type_id
        where (r.case_file_id = x.id or r.other_id = x.id) and r.ended_at is null and ${visible}) as related,
      (select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'digits', c.digits, 'typeName', ${typeName}) order by a.made_at), '[]')
         from cases.annexation a join cases.case_file c on c.id = a.annexed_id
         join classification.case_type t on t.id = c.case_type_id
        where a.principal_id = x.id and a.undone_at is null and ${visible}) as annexed,
      (select jsonb_build_object('reason', s.reason, 'since', s.started_at, 'unitAcronym', u.acronym)
         from cases.suspension s join organization.unit u on u.id = s.unit_id where s.case_file_id = x.id and s.ended_at is null) as suspension,
      guides.released_for((select c.case_type_id from cases.case_file c where c.id = x.id)) as guides,
      work_plans.told(x.id) as "workPlan", mailroom.told(x.id, ${actor.unitId}) as entries,
      agenda.told(x.id, ${actor.unitId}, ${actor.userId}, ${actor.permissions.has('cases.change')}, ${todayIn(now)}::date) as agenda,
      projects.told(x.id, ${actor.unitId}) as activities, demands.told(x.id, ${actor.unitId}) as demands,
      (select to_jsonb(w) from (${watchedRows(db, actor, [caseFileId], now)}) w) as watched
    from (select ${caseFileId}::bigint as id) x`
  if (!row) throw new Error('a summary gave no row')
  return row
}
