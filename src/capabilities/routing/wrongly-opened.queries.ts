import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'

export async function upsertWronglyOpened(
  db: Database,
  actor: Actor,
  row: { readonly caseFileId: string; readonly reason: string; readonly termId: string },
  now: Date,
): Promise<void> {
  await db`insert into routing.wrongly_opened (case_file_id, reason, term_id, account_id, unit_id, at)
    values (${row.caseFileId}, ${row.reason}, ${row.termId}, ${actor.userId}, ${actor.unitId}, ${now})
    on conflict (case_file_id) do update set reason = excluded.reason, term_id = excluded.term_id,
           account_id = excluded.account_id, unit_id = excluded.unit_id, at = excluded.at`
}

export interface WronglyOpenedRow {
  reason: string
  termNumber: string
  unitAcronym: string
  at: Date
}

/** Why it was ended, as long as nobody has reopened it: a part of a statement. */
export const wronglyOpened = (db: Database, caseFileId: string) => db`
    select w.reason, lpad(d.number::text, 7, '0') as "termNumber", u.acronym as "unitAcronym", w.at
      from routing.wrongly_opened w
      join documents.document d on d.id = w.term_id
      join organization.unit u on u.id = w.unit_id
     where w.case_file_id = ${caseFileId}
       and not exists (select 1 from cases.holding h where h.case_file_id = w.case_file_id and h.closed_at is null)`
