import type { Actor } from '../../../platform/actor.ts'
import { addDays, type LocalDate, localDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { holidaysOf } from '../../organization/index.ts'
import { dueOf, horizonOf } from '../counting/count-days.rules.ts'
import type { Deadline } from '../deadline.ts'
import type { DeadlineDay, DeadlinesFilter } from './deadlines-filter.ts'
import { countGone, selectCounted, selectDays, selectList, selectYears } from './listing.queries.ts'

export interface DeadlinesList {
  readonly deadlines: readonly Deadline[]
  readonly total: number
  /** Of the same kind, in case files that have left the unit, where the list leaves them out. */
  readonly gone: number
  readonly years: readonly number[]
  readonly days: readonly DeadlineDay[]
  /** Of the open ones counted in days: the day on which the count would end now, where the holidays moved it (EST-072). */
  readonly recounted: ReadonlyMap<string, LocalDate>
}

/** The deadlines of the actor's unit as a filter asks for them, with the calendar of a month. */
export async function listDeadlines(
  db: Database,
  actor: Actor,
  filter: DeadlinesFilter,
  now: Date,
): Promise<DeadlinesList> {
  const first = localDate(`${filter.month}-01`)
  const [recounted, years, days] = await Promise.all([
    recountOpen(db, actor, now),
    selectYears(db, actor.unitId),
    selectDays(db, actor, first, addDays(first, 30), now),
  ])
  const ids = filter.state === 'recounted' ? [...recounted.keys()] : undefined
  const [list, gone] = await Promise.all([
    selectList(db, actor, filter, ids, now),
    filter.place === 'here' ? countGone(db, actor, filter, ids, now) : 0,
  ])
  return { ...list, gone, years, days: days.filter(({ day }) => day.startsWith(filter.month)), recounted }
}

/** Deadlines keep their dates when holidays change; here are those that a count of today would put on another day. */
async function recountOpen(db: Database, actor: Actor, now: Date): Promise<Map<string, LocalDate>> {
  const counted = (await selectCounted(db, actor, now)).flatMap(({ id, count, dueOn }) =>
    count ? [{ id, count, dueOn }] : [],
  )
  const from = counted.map(({ count }) => count.from).sort()[0]
  const until = counted
    .map(({ count }) => horizonOf(count))
    .sort()
    .at(-1)
  if (!from || !until) return new Map()
  const holidays = await holidaysOf(db, actor.agencyId, from, until)
  return new Map(
    counted
      .map(({ id, count, dueOn }) => ({ id, dueOn, end: dueOf(count, holidays) }))
      .filter(({ dueOn, end }) => end !== dueOn)
      .map(({ id, end }) => [id, end]),
  )
}
