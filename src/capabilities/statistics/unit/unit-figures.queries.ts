import type { Database } from '../../../platform/db/index.ts'
import { boundsOf } from '../looking/bounds.queries.ts'
import type { Period } from '../looking/period.form.ts'

/** Counts of one type; those of confidential case files come without a type, all together. */
export interface TypeFiguresRow {
  typeId: string | null
  typeName: string | null
  opened: number
  passed: number
  open: number
  seconds: number
  authored: number
  uploaded: number
}

/**
 * The figures of a unit by type, each measure by its own index. A case file counts once, however often it came and
 * went; its time is that of all its stays within the period, up to now.
 */
export async function selectUnitFigures(
  db: Database,
  unitId: string,
  period: Period,
  now: Date,
): Promise<TypeFiguresRow[]> {
  return db<TypeFiguresRow[]>`
    with ${boundsOf(db, period)}, touching as (
      select s.case_file_id, case when s.level <> 'confidential' then s.case_type_id end as type_id,
             bool_or(s.closed_at >= b.beyond) as open_at_end,
             sum(extract(epoch from greatest(least(s.closed_at, b.beyond, ${now}::timestamptz) - greatest(s.opened_at, b.first), interval '0'))) as seconds
        from bounds b, statistics.stay s
       where s.unit_id = ${unitId} and s.closed_at >= b.first and s.opened_at < b.beyond
       group by 1, 2
    ), counted as (
      select type_id, 0 as opened, count(*) as passed, count(*) filter (where open_at_end) as open, sum(seconds) as seconds, 0 as authored, 0 as uploaded
        from touching group by 1
      union all
      select case when c.level <> 'confidential' then c.case_type_id end, count(*), 0, 0, 0, 0, 0
        from bounds b, statistics.opened_case c
       where c.unit_id = ${unitId} and c.opened_at >= b.first and c.opened_at < b.beyond group by 1
      union all
      select case when d.level <> 'confidential' then d.case_type_id end, 0, 0, 0, 0, count(*) filter (where d.kind = 'authored'),
             count(*) filter (where d.kind = 'uploaded')
        from bounds b, statistics.made_document d
       where d.unit_id = ${unitId} and d.created_at >= b.first and d.created_at < b.beyond and d.deleted_at is null group by 1
    )
    select c.type_id as "typeId", t.name as "typeName", sum(opened)::int as opened, sum(passed)::int as passed, sum(open)::int as open,
           sum(seconds)::float8 as seconds, sum(authored)::int as authored, sum(uploaded)::int as uploaded
      from counted c left join classification.case_type t on t.id = c.type_id
     group by 1, 2 order by t.name nulls last`
}
