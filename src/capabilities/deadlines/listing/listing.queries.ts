import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isOpened, mayKnow } from '../../cases/index.ts'
import type { Deadline } from '../deadline.ts'
import { countDeadlines, deadlineCount, selectDeadlines } from '../keeping/deadline.queries.ts'
import { type DeadlineDay, type DeadlinesFilter, listPageSize, mostListed } from './deadlines-filter.ts'

/** One page of the unit's deadlines, filtered and sorted over the whole set, with their number. */
export async function selectList(
  db: Database,
  actor: Actor,
  filter: DeadlinesFilter,
  ids: readonly string[] | undefined,
  now: Date,
): Promise<{ deadlines: Deadline[]; total: number }> {
  const condition = conditionOf(db, actor, filter, ids, now)
  const latestFirst = filter.state === 'concluded' || filter.state === 'all'
  const tail = db`order by ${latestFirst ? db`d.due_on desc, d.due_time desc nulls first, d.id desc` : db`d.due_on, d.due_time nulls last, d.id`}
    limit ${listPageSize} offset ${(filter.page - 1) * listPageSize}`
  const [deadlines, total] = await Promise.all([
    selectDeadlines(db, actor, condition, tail, now),
    countDeadlines(db, actor, condition, mostListed + 1),
  ])
  return { deadlines, total }
}

/** How many deadlines the same filter finds in case files that have left the unit. */
export function countGone(
  db: Database,
  actor: Actor,
  filter: DeadlinesFilter,
  ids: readonly string[] | undefined,
  now: Date,
): Promise<number> {
  return countDeadlines(db, actor, conditionOf(db, actor, { ...filter, place: 'gone' }, ids, now), mostListed + 1)
}

/** How many each of these lists has, in one statement. */
export async function selectCounts(
  db: Database,
  actor: Actor,
  filters: readonly DeadlinesFilter[],
  now: Date,
): Promise<number[]> {
  const counts = filters.map(
    (filter) => db`, ${deadlineCount(db, actor, conditionOf(db, actor, filter, undefined, now), mostListed + 1)}`,
  )
  const [row] = await db<{ counts: number[] }[]>`select (array[0 ${counts}])[2:] as counts`
  return row?.counts ?? []
}

/** The open ones whose day was found by counting: what a change of holidays may concern (EST-072). */
export function selectCounted(db: Database, actor: Actor, now: Date): Promise<Deadline[]> {
  return selectDeadlines(
    db,
    actor,
    db`and d.concluded_at is null and d.counting <> 'calendar'`,
    db`order by d.due_on, d.id limit 1000`,
    now,
  )
}

/** What falls due on each day of a stretch, and how much of it is late. */
export async function selectDays(
  db: Database,
  actor: Actor,
  from: LocalDate,
  until: LocalDate,
  now: Date,
): Promise<DeadlineDay[]> {
  return db<DeadlineDay[]>`
    select d.due_on::text as day, count(*)::int as total, count(*) filter (where deadlines.is_late(d, ${now}))::int as late
      from deadlines.deadline d
      join cases.case_file c on c.id = d.case_file_id and c.state <> 'deleted'
       and ${mayKnow(db, actor)}
     where d.unit_id = ${actor.unitId} and d.deleted_at is null and d.due_on between ${from}::date and ${until}::date
     group by d.due_on`
}

/** The years for which the unit has deadlines, latest first. */
export async function selectYears(db: Database, unitId: string): Promise<number[]> {
  const rows = await db<{ year: number }[]>`
    select distinct extract(year from due_on)::int as year from deadlines.deadline
     where unit_id = ${unitId} and deleted_at is null order by year desc limit 100`
  return rows.map(({ year }) => year)
}

function conditionOf(
  db: Database,
  actor: Actor,
  filter: DeadlinesFilter,
  ids: readonly string[] | undefined,
  now: Date,
) {
  return db`
    ${stateCondition(db, filter.state, now)}
    ${placeCondition(db, actor, filter.place)}
    ${ids ? db`and d.id = any (${[...ids]}::text[]::bigint[])` : db``}
    ${filter.year ? db`and d.due_on between make_date(${filter.year}, 1, 1) and make_date(${filter.year}, 12, 31)` : db``}
    ${filter.day ? db`and d.due_on = ${filter.day}::date` : db``}
    ${filter.mine ? db`and d.set_by = ${actor.userId}` : db``}
    ${filter.text ? textCondition(db, actor, filter.text, now) : db``}`
}

function stateCondition(db: Database, state: DeadlinesFilter['state'], now: Date) {
  switch (state) {
    case 'open':
    case 'recounted':
      return db`and d.concluded_at is null`
    case 'late':
      return db`and d.concluded_at is null and deadlines.is_late(d, ${now})`
    case 'concluded':
      return db`and d.concluded_at is not null`
    default:
      return db``
  }
}

function placeCondition(db: Database, { unitId }: Actor, place: DeadlinesFilter['place']) {
  if (place === 'all') return db``
  return db`and ${place === 'gone' ? db`not` : db``} exists (
    select 1 from cases.holding h where h.case_file_id = d.case_file_id and h.unit_id = ${unitId} and h.closed_at is null)`
}

function textCondition(db: Database, actor: Actor, text: string, now: Date) {
  const digits = text.replace(/\D/g, '')
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db`and (${digits.length >= 4} and c.digits like ${`%${digits}%`}
    or ${isOpened(db, actor, now)} and platform.plain(lower(d.text)) like platform.plain(${like}))`
}
