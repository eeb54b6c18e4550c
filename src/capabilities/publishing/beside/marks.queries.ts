import type { Database } from '../../../platform/db/index.ts'

export interface MarkRow {
  caseFileId: string
  state: 'on-its-way' | 'scheduled' | 'published'
  on: string | null
  count: number
}

/**
 * What is on its way and what was last published in these case files; nothing of confidential ones. A part of the
 * statement that asks for all marks of the desk.
 */
export function rowsForDesk(db: Database, _actor: unknown, caseFileIds: readonly string[], now: Date) {
  return db<MarkRow[]>`
    select d.case_file_id::text as "caseFileId", x.state,
           (case when x.state = 'scheduled' then min(p.on_date) else max(p.on_date) end)::text as "on", count(*)::int as count
      from documents.document d
      join cases.case_file c on c.id = d.case_file_id and c.effective_level <> 'confidential'
      join publishing.publication p on p.document_id = d.id and p.state not in ('rejected', 'cancelled')
     cross join lateral (select case when p.published_from <= ${now} then 'published'
                                     when p.state = 'scheduled' then 'scheduled' else 'on-its-way' end as state) x
     where d.case_file_id = any (${[...caseFileIds]}::text[]::bigint[]) and d.in_publication
     group by d.case_file_id, x.state order by d.case_file_id, x.state`
}
