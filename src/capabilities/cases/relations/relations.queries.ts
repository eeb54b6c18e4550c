import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface RelatedRow {
  number: string
  digits: string
  /** Null where only the number may be known: restricted, and never at this unit (PRO-062). */
  typeName: string | null
  summary: string | null
  /** That related them, or the one that stands for it today. */
  unitId: string
  unitAcronym: string
  madeAt: Date
}

/**
 * The case files related to this one that the actor may know of. Confidential ones only with a credential, and their
 * summary only after the password; of restricted ones elsewhere only the number.
 */
export async function selectRelated(db: Database, actor: Actor, caseFileId: string, now: Date): Promise<RelatedRow[]> {
  return db<RelatedRow[]>`
    select c.number, c.digits, case when v.listed then t.name end as "typeName", case when v.listed and (not g.confidential or exists (
             select 1 from identity.confirmation k where k.session_hash = decode(${actor.sessionHash}, 'hex')
                and k.case_file_id = c.id and k.until > ${now})) then c.summary end as summary,
           organization.current_unit(r.unit_id) as "unitId", u.acronym as "unitAcronym", r.made_at as "madeAt"
      from cases.relation r
     cross join (select platform.flag('per-document-internal') as per_document) f
      join cases.case_file c on c.id = case when r.case_file_id = ${caseFileId} then r.other_id else r.case_file_id end
       and c.state <> 'deleted'
      join classification.case_type t on t.id = c.case_type_id
      join organization.unit u on u.id = r.unit_id
     cross join lateral (select cases.governing_level(c, f.per_document) = 'confidential' as confidential) g
     cross join lateral (select case when g.confidential then cases.holds_credential(c.id, ${actor.userId}, ${actor.unitId})
                                else cases.may_list(c, ${actor.unitId}, f.per_document) end as listed) v
     where (r.case_file_id = ${caseFileId} or r.other_id = ${caseFileId}) and r.ended_at is null
       and (v.listed or not g.confidential)
     order by t.name, c.number limit 500`
}

export interface OpenRelationRow {
  id: string
  unitId: string
}

export async function selectOpenRelation(
  db: Database,
  oneId: string,
  otherId: string,
): Promise<OpenRelationRow | undefined> {
  const [row] = await db<OpenRelationRow[]>`
    select id, organization.current_unit(unit_id) as "unitId" from cases.relation
     where least(case_file_id, other_id) = least(${oneId}::bigint, ${otherId}::bigint)
       and greatest(case_file_id, other_id) = greatest(${oneId}::bigint, ${otherId}::bigint) and ended_at is null`
  return row
}

export async function insertRelation(
  db: Database,
  actor: Actor,
  oneId: string,
  otherId: string,
  now: Date,
): Promise<void> {
  await db`insert into cases.relation (case_file_id, other_id, unit_id, made_at, made_by)
    values (${oneId}, ${otherId}, ${actor.unitId}, ${now}, ${actor.userId})`
}

export async function endRelation(db: Database, actor: Actor, relationId: string, now: Date): Promise<void> {
  await db`update cases.relation set ended_at = ${now}, ended_by = ${actor.userId} where id = ${relationId}`
}
