import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isLinkKnown, joinLinkedCase } from '../../cases/index.ts'

export type Averaged = 'entry' | 'slip' | 'letter'

export interface AverageRow {
  /** The first day of it. */
  month: LocalDate
  kind: Averaged
  count: number
  /** Days in tenths. */
  tenths: number
}

/**
 * How long paper took, by the month in which it was done: what came in until it was settled, slips until somebody signed,
 * letters from the request until the delivery (FLX-053). Of the last twelve months and what this person may know of.
 * Days as they pass on the calendar of Brasília.
 */
export async function selectAverages(db: Database, actor: Actor, from: LocalDate): Promise<AverageRow[]> {
  const lineage = db`(select organization.lineage(${actor.unitId}))`
  const start = new Date(`${from}T00:00:00-03:00`)
  return db<AverageRow[]>`
    with done as (
      select 'entry' as kind, x.settled_at::date as on_day, x.settled_at::date - x.received_at::date as days
        from mailroom.entry x ${joinLinkedCase(db)}
       where x.unit_id in ${lineage} and x.settled_at >= ${start} and ${isLinkKnown(db, actor)}
      union all
      select 'slip', s.received_at::date, s.received_at::date - s.sent_at::date
        from mailroom.slip s where s.unit_id in ${lineage} and s.received_at >= ${start}
      union all
      select 'letter', x.delivered_on, x.delivered_on - x.asked_at::date
        from mailroom.letter x ${joinLinkedCase(db)}
       where (x.expedition_unit_id in ${lineage} or x.unit_id in ${lineage}) and x.delivered_on >= ${from}::date and ${isLinkKnown(db, actor)})
    select date_trunc('month', on_day)::date::text as month, kind, count(*)::int as count, round(avg(days) * 10)::int as tenths
      from done group by 1, 2 order by 1 desc, 2`
}
