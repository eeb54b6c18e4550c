import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'

export interface WaitingRow {
  caseFileId: string
  number: string
  digits: string
  typeName: string
  summary: string
  concludedAt: Date
  classes: string[]
  total: number
}

/** Concluded everywhere, by this unit last, and not archived; confidential ones are never here (PRO-049). */
export async function selectWaiting(
  db: Database,
  actor: Actor,
  wish: { readonly page: number; readonly digits?: readonly string[] },
): Promise<WaitingRow[]> {
  const only = wish.digits ? db`and c.digits = any (${[...wish.digits]}::text[])` : db``
  return db<WaitingRow[]>`
    select c.id as "caseFileId", c.number, c.digits, t.name as "typeName", c.summary, w.concluded_at as "concludedAt",
           array(select r.code || case when r.deactivated_at is null and r.table_id = classification.table_in_force() then '' else ' (fora de uso)' end
                   from cases.case_class k join classification.record_class r on r.id = k.record_class_id
                  where k.case_file_id = c.id order by r.code) as classes,
           (count(*) over ())::int as total
      from archive.waiting w
      join cases.case_file c on c.id = w.case_file_id and c.state = 'normal' and 'confidential' not in (c.level, c.effective_level)
      join classification.case_type t on t.id = c.case_type_id
     where w.unit_id in (select organization.lineage(${actor.unitId}))
       and cases.may_list(c, ${actor.unitId}, platform.flag('per-document-internal')) ${only}
     order by w.concluded_at, w.case_file_id limit 50 offset ${(wish.page - 1) * 50}`
}

/** Whether this unit, or one that it succeeds, concluded the case file last, and on which day. */
export async function selectConclusion(
  db: Database,
  actor: Actor,
  caseFileId: string,
): Promise<{ on: string; here: boolean } | undefined> {
  const [row] = await db<{ on: string; here: boolean }[]>`
    select (concluded_at at time zone 'America/Sao_Paulo')::date::text as on,
           unit_id in (select organization.lineage(${actor.unitId})) as here
      from archive.waiting where case_file_id = ${caseFileId}`
  return row
}

export async function insertFiling(
  db: Database,
  actor: Actor,
  filing: {
    readonly caseFileId: string
    readonly justification: string
    readonly concludedOn: string
    readonly termId: string
  },
  now: Date,
): Promise<void> {
  await Promise.all([
    db`insert into archive.filing (case_file_id, unit_id, justification, concluded_on, term_id, filed_at, filed_by, filed_unit_id)
       values (${filing.caseFileId}, ${actor.unitId}, ${filing.justification}, ${filing.concludedOn}::date, ${filing.termId},
         ${now}, ${actor.userId}, ${actor.unitId})`,
    db`delete from archive.waiting where case_file_id = ${filing.caseFileId}`,
  ])
}

export async function endFiling(
  db: Database,
  actor: Actor,
  end: { readonly filingId: string; readonly reason: string; readonly termId: string },
  now: Date,
): Promise<void> {
  await db`update archive.filing set ended_at = ${now}, ended_by = ${actor.userId}, ending = 'unarchived',
      end_reason = ${end.reason}, end_term_id = ${end.termId} where id = ${end.filingId}`
}

export interface ClassChoice {
  id: string
  label: string
}

/** The classes of the plan in force in which a case file may be archived. */
export async function selectClassChoices(db: Database): Promise<ClassChoice[]> {
  return db<ClassChoice[]>`
    select id, code || ' ' || description as label from classification.record_class
     where table_id = classification.table_in_force() and not structural and deactivated_at is null order by code limit 2000`
}
