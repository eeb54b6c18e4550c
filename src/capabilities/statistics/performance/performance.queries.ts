import type { Database } from '../../../platform/db/index.ts'
import { boundsOf } from '../looking/bounds.queries.ts'
import type { Period } from '../looking/period.form.ts'

/** What is asked about: case files of an agency concluded within the period, of one type or of all. */
export interface FinishedAsked {
  readonly agencyId: string
  readonly period: Period
  readonly typeId?: string | undefined
}

/**
 * The case files whose last stay anywhere ended by conclusion within the period: none of them is open on any desk. Found
 * by the end of stays, so that only the rows of the period are looked at.
 */
function finished(db: Database, { agencyId, period, typeId }: FinishedAsked) {
  return db`${boundsOf(db, period)}, ended as (
    select distinct s.case_file_id from bounds b, statistics.stay s where s.ended_at >= b.first and s.ended_at < b.beyond
  ), finished as materialized (
    select c.case_file_id, c.case_type_id, c.level, c.opened_at, last.closed_at as concluded_at,
           extract(epoch from last.closed_at - c.opened_at) as seconds
      from bounds b, ended e
      join statistics.opened_case c on c.case_file_id = e.case_file_id
      cross join lateral (select s.closed_at, s.closing from statistics.stay s where s.case_file_id = e.case_file_id
                           order by s.closed_at desc, s.id desc limit 1) last
     where c.agency_id = ${agencyId} and last.closing = 'concluded' and last.closed_at < b.beyond
       and (${typeId ?? null}::bigint is null or c.case_type_id = ${typeId ?? null}))`
}

export interface TypeTimeRow {
  typeId: string | null
  typeName: string | null
  concluded: number
  seconds: number
  withinTarget: number
}

/** By type how many were concluded, their mean time and how many took no longer than the target; confidential ones together. */
export async function selectTypeTimes(db: Database, asked: FinishedAsked, targetDays: number): Promise<TypeTimeRow[]> {
  return db<TypeTimeRow[]>`
    with ${finished(db, asked)}
    select f.type_id as "typeId", t.name as "typeName", count(*)::int as concluded, avg(f.seconds)::float8 as seconds,
           count(*) filter (where f.seconds <= ${targetDays * 86_400}::float8)::int as "withinTarget"
      from (select case when level <> 'confidential' then case_type_id end as type_id, seconds from finished) f
      left join classification.case_type t on t.id = f.type_id
     group by 1, 2 order by t.name nulls last`
}

export interface UnitTimeRow {
  acronym: string
  concluded: number
  seconds: number
}

/** Of the same case files, how long they stayed in each unit, on the average; without the confidential ones. */
export async function selectUnitTimes(db: Database, asked: FinishedAsked): Promise<UnitTimeRow[]> {
  return db<UnitTimeRow[]>`
    with ${finished(db, asked)}, stays as (
      select s.unit_id, s.case_file_id, sum(extract(epoch from s.closed_at - s.opened_at)) as seconds
        from finished f join statistics.stay s on s.case_file_id = f.case_file_id
       where f.level <> 'confidential' group by 1, 2)
    select u.acronym, count(*)::int as concluded, avg(s.seconds)::float8 as seconds
      from stays s join organization.unit u on u.id = s.unit_id
     group by u.id, u.acronym order by avg(s.seconds) desc, u.acronym limit 200`
}

export interface FinishedRow {
  number: string | null
  digits: string | null
  openedAt: Date
  concludedAt: Date
  seconds: number
}

/** The case files themselves, the slowest first; confidential ones are not listed, of restricted ones the number is masked. */
export async function selectFinished(
  db: Database,
  asked: FinishedAsked,
  stretch: { readonly limit: number; readonly offset: number },
): Promise<FinishedRow[]> {
  return db<FinishedRow[]>`
    with ${finished(db, asked)}
    select c.number, c.digits, f.opened_at as "openedAt", f.concluded_at as "concludedAt", f.seconds::float8 as seconds
      from finished f join statistics.named_case c using (case_file_id)
     order by f.seconds desc, case_file_id limit ${stretch.limit} offset ${stretch.offset}`
}
