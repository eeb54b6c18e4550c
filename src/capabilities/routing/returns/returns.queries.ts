import type { Actor } from '../../../platform/actor.ts'
import type { LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { mayKnow } from '../../cases/index.ts'
import type { ReturnSide } from './return.text.ts'
import { type ReturnsFilter, returnsPageSize } from './returns-filter.ts'

export interface ReturnRow {
  id: string
  caseFileId: string
  caseNumber: string
  caseDigits: string
  typeName: string
  /** The other unit: the one that waits, or the one that must send back. */
  unit: string
  sentAt: Date
  due: LocalDate
  returnedOn: LocalDate | null
}

const mine = (db: Database, side: ReturnSide) => (side === 'to-return' ? db`m.to_unit_id` : db`m.from_unit_id`)
const other = (db: Database, side: ReturnSide) => (side === 'to-return' ? db`m.from_unit_id` : db`m.to_unit_id`)

/** Returns, `m`, in case files that the actor may have in lists. */
const visible = (db: Database, actor: Actor) => db`
  join cases.case_file c on c.id = m.case_file_id and c.state <> 'deleted'
   and ${mayKnow(db, actor)}`

/** The returns that a filter asks for. */
const asked = (db: Database, { all, late, year }: Pick<ReturnsFilter, 'all' | 'late' | 'year'>, today: LocalDate) => db`
  ${all ? db`` : db`and m.returned_at is null`} ${late ? db`and m.return_due < ${today}::date` : db``}
  ${year ? db`and m.return_due between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)` : db``}`

/** How many returns each of these lists has, in one statement. */
export async function selectReturnCounts(
  db: Database,
  actor: Actor,
  lists: readonly { readonly side: ReturnSide; readonly filter: ReturnsFilter }[],
  today: LocalDate,
): Promise<number[]> {
  const counts = lists.map(
    ({ side, filter }) => db`, (select count(*)::int from routing.movement m ${visible(db, actor)}
      where ${mine(db, side)} = ${actor.unitId} and m.return_due is not null and m.recalled_at is null ${asked(db, filter, today)})`,
  )
  const [row] = await db<{ counts: number[] }[]>`select (array[0 ${counts}])[2:] as counts`
  return row?.counts ?? []
}

function rows(db: Database, actor: Actor, side: ReturnSide, condition: ReturnType<typeof mine>) {
  return db<(ReturnRow & { side: ReturnSide })[]>`
    select ${side}::text as side, m.id, c.id as "caseFileId", c.number as "caseNumber", c.digits as "caseDigits", t.name as "typeName",
           case when u.agency_id = ${actor.agencyId} then u.acronym else g.acronym || '/' || u.acronym end as unit,
           m.sent_at as "sentAt", m.return_due::text as due, (m.returned_at at time zone 'America/Sao_Paulo')::date::text as "returnedOn"
      from routing.movement m ${visible(db, actor)}
      join classification.case_type t on t.id = c.case_type_id
      join organization.unit u on u.id = ${other(db, side)}
      join organization.agency g on g.id = u.agency_id
     where ${mine(db, side)} = ${actor.unitId} and m.return_due is not null and m.recalled_at is null ${condition}`
}

/** One page, and one row more where there are further ones. */
export function selectReturns(
  db: Database,
  actor: Actor,
  side: ReturnSide,
  filter: ReturnsFilter,
  today: LocalDate,
): Promise<ReturnRow[]> {
  return rows(
    db,
    actor,
    side,
    db`${asked(db, filter, today)}
      order by ${filter.all ? db`m.return_due desc, m.id desc` : db`m.return_due, m.id`}
      limit ${returnsPageSize + 1} offset ${(filter.page - 1) * returnsPageSize}`,
  )
}

/** The returns of the actor's unit in one case file, both ways: the awaited first, then what was returned last; a part of a statement. */
export const returnsOfCase = (db: Database, actor: Actor, caseFileId: string) => db`
    select x.* from (
      ${rows(db, actor, 'to-return', db`and m.case_file_id = ${caseFileId}`)}
      union all
      ${rows(db, actor, 'awaited', db`and m.case_file_id = ${caseFileId}`)}
    ) x order by x."returnedOn" is not null, x.side desc, x.due desc, x.id limit 20`

/** One return that the actor's unit asked for. */
export async function selectAskedReturn(db: Database, actor: Actor, id: string): Promise<ReturnRow | undefined> {
  const [row] = await rows(db, actor, 'awaited', db`and m.id = ${id}`)
  return row
}

/** The years for which there are returns, latest first. */
export async function selectReturnYears(db: Database, unitId: string): Promise<number[]> {
  const years = await db<{ year: number }[]>`
    select distinct extract(year from m.return_due)::int as year from routing.movement m
     where (m.from_unit_id = ${unitId} or m.to_unit_id = ${unitId}) and m.return_due is not null and m.recalled_at is null
     order by year desc limit 100`
  return years.map(({ year }) => year)
}

export interface ReturnDay {
  day: LocalDate
  total: number
  late: number
}

/** What falls due on each day of a stretch, both ways, and how much of it is or was late. */
export function selectReturnDays(
  db: Database,
  actor: Actor,
  from: LocalDate,
  until: LocalDate,
  today: LocalDate,
): Promise<ReturnDay[]> {
  return db<ReturnDay[]>`
    select m.return_due::text as day, count(*)::int as total,
           count(*) filter (where coalesce((m.returned_at at time zone 'America/Sao_Paulo')::date, ${today}::date) > m.return_due)::int as late
      from routing.movement m ${visible(db, actor)}
     where (m.from_unit_id = ${actor.unitId} or m.to_unit_id = ${actor.unitId}) and m.recalled_at is null
       and m.return_due between ${from}::date and ${until}::date
     group by m.return_due`
}

/** Null: the return is given up. SQL refuses an earlier day, and any change of what was returned. */
export async function updateReturnDue(db: Database, id: string, due: LocalDate | null): Promise<void> {
  await db`update routing.movement set return_due = ${due}::date where id = ${id}`
}
