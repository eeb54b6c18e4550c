import type { Database } from '../../platform/db/index.ts'

/** Makes the state follow the open rows, the most binding first. After each change of them, in the same transaction. */
export async function refreshState(db: Database, caseFileId: string): Promise<void> {
  await db`update cases.case_file c set state = case
      when exists (select 1 from cases.archiving x where x.case_file_id = c.id and x.ended_at is null) then 'archived'
      when exists (select 1 from cases.annexation x where x.annexed_id = c.id and x.undone_at is null) then 'annexed'
      when exists (select 1 from cases.blocking x where x.case_file_id = c.id and x.ended_at is null) then 'blocked'
      when exists (select 1 from cases.suspension x where x.case_file_id = c.id and x.ended_at is null) then 'suspended'
      else 'normal' end
    where c.id = ${caseFileId} and c.state <> 'deleted'`
}
