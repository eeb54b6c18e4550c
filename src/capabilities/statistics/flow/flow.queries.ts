import type { Database } from '../../../platform/db/index.ts'
import { boundsOf } from '../looking/bounds.queries.ts'
import type { Period } from '../looking/period.form.ts'

export interface FlowAsked {
  readonly agencyId: string
  readonly typeId: string
  readonly period: Period
  readonly now: Date
}

/** The case files of a type that an agency opened in the period; confidential ones only counted. */
const cohort = (
  db: Database,
  { agencyId, typeId, period }: FlowAsked,
) => db`${boundsOf(db, period)}, cohort as materialized (
    select c.case_file_id, c.unit_id, c.level from bounds b, statistics.opened_case c
     where c.agency_id = ${agencyId} and c.case_type_id = ${typeId} and c.opened_at >= b.first and c.opened_at < b.beyond)`

export interface FlowTotalsRow {
  caseFiles: number
  confidential: number
}

export async function selectFlowTotals(db: Database, asked: FlowAsked): Promise<FlowTotalsRow> {
  const [row] = await db<FlowTotalsRow[]>`
    with ${cohort(db, asked)}
    select count(*) filter (where level <> 'confidential')::int as "caseFiles",
           count(*) filter (where level = 'confidential')::int as confidential from cohort`
  return row ?? { caseFiles: 0, confidential: 0 }
}

export interface FlowUnitRow {
  unitId: string
  acronym: string
  opened: number
  stays: number
  meanSeconds: number
  concluded: number
}

/** Where they stayed: how often, how long on the average (a stay that goes on counts up to now), how many began and ended there. */
export async function selectFlowUnits(db: Database, asked: FlowAsked): Promise<FlowUnitRow[]> {
  return db<FlowUnitRow[]>`
    with ${cohort(db, asked)}
    select u.id as "unitId", u.acronym, count(distinct s.case_file_id) filter (where c.unit_id = s.unit_id)::int as opened,
           count(*)::int as stays,
           avg(extract(epoch from greatest(least(s.closed_at, ${asked.now}::timestamptz) - s.opened_at, interval '0')))::float8 as "meanSeconds",
           count(*) filter (where s.closing = 'concluded')::int as concluded
      from cohort c join statistics.stay s using (case_file_id) join organization.unit u on u.id = s.unit_id
     where c.level <> 'confidential'
     group by u.id, u.acronym order by count(*) desc, u.acronym limit 300`
}

export interface FlowArrowRow {
  fromId: string
  toId: string
  count: number
}

/** From which unit to which they were sent, and how often. */
export async function selectFlowArrows(db: Database, asked: FlowAsked): Promise<FlowArrowRow[]> {
  return db<FlowArrowRow[]>`
    with ${cohort(db, asked)}
    select p.from_unit_id as "fromId", p.to_unit_id as "toId", count(*)::int as count
      from cohort c join statistics.passing p using (case_file_id)
     where c.level <> 'confidential'
     group by 1, 2 order by 3 desc, 1, 2 limit 1000`
}
