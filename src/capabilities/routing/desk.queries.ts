import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { isOpened, mayKnow } from '../cases/index.ts'
import type { DeskColumn } from './desk-columns.ts'
import {
  type DeskFigures,
  type DeskFilter,
  type DeskRow,
  type DeskType,
  filtersNothing,
  mostCounted,
} from './desk-filter.ts'

/** Which stretch of the desk, and whether with all that it may show, or with the columns that the person chose. */
export interface DeskStretch {
  readonly limit: number
  readonly offset: number
  readonly columns: 'all' | 'chosen'
}

/** A stretch of what lies on the unit's desk. Sorted and filtered over the whole set, never over the page (PRO-108). */
export async function selectDesk(
  db: Database,
  actor: Actor,
  filter: DeskFilter,
  { limit, offset, columns }: DeskStretch,
  now: Date,
): Promise<DeskRow[]> {
  return db<DeskRow[]>`
    with chosen as materialized (
      select h.id, h.case_file_id, h.origin, h.opened_at, h.received_at, h.assigned_to
        ${from(db, actor, filter, now)} ${order(db, actor, filter, now)}
       limit ${limit} offset ${offset}
    )
    select c.id, c.number, c.digits, t.name as "typeName", ${summaryToTell(db, actor, now)} as summary, c.effective_level as level, c.priority,
           h.origin, h.opened_at as since, h.received_at is not null as received,
           h.assigned_to as "assignedTo", coalesce(a.social_name, a.name) as "assignedToName",
           i.name as interested, coalesce(i.total, 0)::int as "interestedCount",
           c.news_unit_id <> ${actor.unitId} and c.news_at > coalesce(r.read_at, '-infinity') as news,
           (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
             select case when m.to_unit_id = ${actor.unitId} then 'to-return' else 'awaited' end as side, u.acronym as unit,
                    m.return_due::text as due, (m.returned_at at time zone 'America/Sao_Paulo')::date::text as "returnedOn"
               from routing.movement m
               join organization.unit u on u.id = case when m.to_unit_id = ${actor.unitId} then m.from_unit_id else m.to_unit_id end
              where m.case_file_id = c.id and (m.to_unit_id = ${actor.unitId} or m.from_unit_id = ${actor.unitId})
                and m.return_due is not null and m.recalled_at is null and (m.returned_at is null or m.returned_at >= h.opened_at)
              order by m.returned_at is not null, m.return_due, m.id limit 8) r) as returns,
           coalesce(u.marked_at > coalesce(r.read_at, '-infinity'), false) as unread,
           (select count(*)::int from documents.document d where d.case_file_id = c.id and d.unit_id = ${actor.unitId}
               and d.state = 'active' and documents.is_draft(d)) as "unsignedDrafts",
           case when ${wants(db, actor, columns, 'observation')} then ${observationOf(db, actor)} end as observation,
           case when ${wants(db, actor, columns, 'last-movement')} then ${lastEventOf(db, actor)} end as "lastEvent"
      from chosen h
      join cases.case_file c on c.id = h.case_file_id
      join classification.case_type t on t.id = c.case_type_id
      left join identity.account a on a.id = h.assigned_to
      left join cases.reading r on r.case_file_id = c.id and r.account_id = ${actor.userId}
      left join routing.unread_mark u on u.case_file_id = c.id and u.account_id = ${actor.userId}
      left join lateral (
        select p.name, count(*) over () as total from cases.interested_party x join people.contact p on p.id = x.contact_id
         where x.case_file_id = c.id and ${isOpened(db, actor, now)} order by x.position limit 1
      ) i on true
      ${order(db, actor, filter, now)}`
}

/** Columns that cost something, and are not among the usual ones: read only for who chose them. Asked once a statement. */
const wants = (db: Database, actor: Actor, columns: DeskStretch['columns'], column: DeskColumn) =>
  columns === 'all'
    ? db`true`
    : db`(select exists (select 1 from routing.desk_view v where v.account_id = ${actor.userId} and ${column} = any (v.columns)))`

const observationOf = (db: Database, actor: Actor) => db`
  (select o.text from cases.observation o
    where o.case_file_id = c.id and o.unit_id = ${actor.unitId} and c.effective_level <> 'confidential')`

/** The desk asks no password, so of a confidential case file it tells only when. */
const lastEventOf = (db: Database, actor: Actor) => db`
  (select jsonb_build_object('at', e.at, 'kind', case when c.effective_level <> 'confidential' then e.kind end,
            'facts', case when c.effective_level <> 'confidential' then e.facts end)
     from history.event e where e.case_file_id = c.id and (e.scope = 'case' or e.unit_id = ${actor.unitId})
    order by e.id desc limit 1)`

/** How many there are under the filter, counted up to `mostCounted`. */
export const counted = (db: Database, actor: Actor, filter: DeskFilter, now: Date) => db`
  (select count(*)::int from (select 1 ${from(db, actor, filter, now)} limit ${mostCounted + 1}) counted)`

const summaryToTell = (db: Database, actor: Actor, now: Date) =>
  db`case when ${isOpened(db, actor, now)} then c.summary else '' end`

/** The desk under a filter, as holdings `h`: what its list, its numbers and whatever counts it have in common. */
export const from = (db: Database, actor: Actor, filter: DeskFilter, now: Date) => db`
  from cases.holding h
  ${needsCaseFile(filter) ? db`join cases.case_file c on c.id = h.case_file_id` : db``}
  ${filter.sort === 'type' || filter.text ? db`join classification.case_type t on t.id = h.case_type_id` : db``}
  ${filter.sort === 'assignee' ? db`left join identity.account a on a.id = h.assigned_to` : db``}
  where h.unit_id = ${actor.unitId} and h.closed_at is null and not h.suspended
    and ${visible(db, actor)}
    ${filter.list === 'all' ? db`` : db`and h.origin = ${filter.list}`}
    ${filter.assignedTo === undefined ? db`` : filter.assignedTo === 'nobody' ? db`and h.assigned_to is null` : db`and h.assigned_to = ${filter.assignedTo}`}
    ${filter.typeId ? db`and h.case_type_id = ${filter.typeId}` : db``}
    ${labelCondition(db, actor, filter.labelId)}
    ${
      filter.followed
        ? db`and not exists (select 1 from watchlists.entry y where y.unit_id = ${actor.unitId} and y.case_file_id = h.case_file_id)`
        : db``
    }
    ${filter.text ? textCondition(db, actor, filter.text, now) : db``}
    ${onlyCondition(db, actor, filter.only)}`

/** By the unit's own labels alone: the id of another unit's finds nothing. */
function labelCondition(db: Database, actor: Actor, labelId: string | undefined) {
  if (labelId === undefined) return db``
  return labelId === 'none'
    ? db`and not exists (select 1 from watchlists.labelling x where x.unit_id = ${actor.unitId} and x.case_file_id = h.case_file_id)`
    : db`and exists (select 1 from watchlists.labelling x
        where x.unit_id = ${actor.unitId} and x.case_file_id = h.case_file_id and x.label_id = ${labelId})`
}

/** Everything else that the desk filters and sorts by stands in the holding, and so in the desk's own index. */
function needsCaseFile({ text, only, sort }: DeskFilter): boolean {
  return Boolean(text) || only === 'news' || sort === 'priority' || sort === 'number' || sort === 'summary'
}

/**
 * What is confidential is there for holders of a credential alone. Expects `h`: of all but the confidential ones the
 * desk's own index knows enough.
 */
const visible = (db: Database, actor: Actor) => db`
  (not h.confidential or exists (select 1 from cases.case_file c where c.id = h.case_file_id and ${mayKnow(db, actor)}))`

/** Words are looked for only in what this person sees on the desk: a filter tells as much as a column. */
function textCondition(db: Database, actor: Actor, text: string, now: Date) {
  const digits = text.replace(/\D/g, '')
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return db`and (${digits.length >= 4} and c.digits like ${`%${digits}%`}
    or platform.plain(lower(${summaryToTell(db, actor, now)} || ' ' || t.name)) like platform.plain(${like})
    or ${isOpened(db, actor, now)} and exists (select 1 from cases.interested_party x join people.contact p on p.id = x.contact_id
                where x.case_file_id = c.id and platform.plain(lower(p.name)) like platform.plain(${like})))`
}

function onlyCondition(db: Database, actor: Actor, only: DeskFilter['only']) {
  switch (only) {
    case 'unreceived':
      return db`and h.received_at is null`
    case 'news':
      return db`and c.news_unit_id <> ${actor.unitId} and c.news_at > coalesce((select r.read_at from cases.reading r
        where r.case_file_id = c.id and r.account_id = ${actor.userId}), '-infinity')`
    case 'unread':
      return db`and exists (select 1 from routing.unread_mark u where u.case_file_id = h.case_file_id and u.account_id = ${actor.userId}
        and u.marked_at > coalesce((select r.read_at from cases.reading r
          where r.case_file_id = h.case_file_id and r.account_id = ${actor.userId}), '-infinity'))`
    case 'to-return':
      return db`and exists (select 1 from routing.movement m where m.case_file_id = h.case_file_id and m.to_unit_id = ${actor.unitId}
        and m.return_due is not null and m.returned_at is null and m.recalled_at is null)`
    case 'awaited':
      return db`and exists (select 1 from routing.movement m where m.case_file_id = h.case_file_id and m.from_unit_id = ${actor.unitId}
        and m.return_due is not null and m.returned_at is null and m.recalled_at is null)`
    default:
      return db``
  }
}

function order(db: Database, actor: Actor, { sort, direction }: DeskFilter, now: Date) {
  const way = direction === 'asc' ? db`asc` : db`desc`
  switch (sort) {
    case 'since':
      return db`order by h.opened_at ${way}, h.case_file_id ${way}`
    case 'number':
      return db`order by c.digits ${way}`
    case 'type':
      return db`order by t.name ${way}, h.opened_at desc, h.case_file_id desc`
    case 'summary':
      return db`order by platform.plain(lower(${summaryToTell(db, actor, now)})) ${way}, h.opened_at desc, h.case_file_id desc`
    case 'priority':
      return db`order by c.priority is null, h.opened_at desc, h.case_file_id desc`
    case 'assignee':
      return db`order by coalesce(a.social_name, a.name) ${way} nulls last, h.opened_at desc, h.case_file_id desc`
  }
}

export interface DeskCountsRow extends DeskFigures {
  types: DeskType[]
  /** Null: nothing is filtered, and the types tell it. */
  counted: number | null
}

/**
 * The whole desk without any filter, type by type; what of it needs attention; returns that were set, by and for the
 * unit; and how many there are under a filter. Each is counted in the smallest index that knows it.
 */
export async function selectDeskCounts(
  db: Database,
  actor: Actor,
  filter: DeskFilter,
  today: string,
  now: Date,
): Promise<DeskCountsRow> {
  const { unitId } = actor
  const pending = db`m.return_due is not null and m.returned_at is null and m.recalled_at is null`
  const movements = db`routing.movement m join cases.case_file c on c.id = m.case_file_id and ${mayKnow(db, actor)}`
  const open = db`h.unit_id = ${unitId} and h.closed_at is null and not h.suspended`
  const [row] = await db<DeskCountsRow[]>`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', t.id::text, 'name', t.name, 'total', x.total, 'confidential', x.confidential)
                              order by t.name), '[]')
              from (select y.case_type_id, sum(y.total)::int as total, sum(y.confidential)::int as confidential from (
                      select y.case_type_id, sum(y.change) as total, 0 as confidential
                        from cases.desk_tally y where y.unit_id = ${unitId} group by 1 having sum(y.change) <> 0
                      union all
                      select h.case_type_id, count(*), count(*)
                        from cases.holding h where ${open} and h.confidential and ${visible(db, actor)} group by 1) y
                     group by 1) x
              join classification.case_type t on t.id = x.case_type_id) as types,
           (select count(*)::int from cases.holding h where ${open} and h.received_at is null and ${visible(db, actor)}) as unreceived,
           (select count(*)::int from cases.holding h where ${open} and h.assigned_to = ${actor.userId} and ${visible(db, actor)}) as mine,
           r."toReturn", r.overdue,
           (select count(*)::int from ${movements} where m.from_unit_id = ${unitId} and ${pending}) as awaited,
           ${filtersNothing(filter) ? db`null::int` : counted(db, actor, filter, now)} as counted
      from (select count(*)::int as "toReturn", count(*) filter (where m.return_due < ${today}::date)::int as overdue
              from ${movements} where m.to_unit_id = ${unitId} and ${pending}) r`
  if (!row) throw new Error('an aggregate gave no row')
  return row
}
