import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { counted, from } from './desk.queries.ts'
import type { DeskFilter } from './desk-filter.ts'

/** Case files on the desk that have one thing in common: how many, and how many of them nobody here has opened yet. */
export interface DeskGroup {
  /** Null: of those assigned to nobody. */
  id: string | null
  name: string
  total: number
  unopened: number
}

export interface DeskGroups {
  types: DeskGroup[]
  labels: DeskGroup[]
  people: DeskGroup[]
}

const most = 200
const whole: DeskFilter = { list: 'all', sort: 'since', direction: 'desc', page: 1 }

/** How many each of these desks lists, and the whole desk by type, label and person, in one statement. */
export async function selectDeskFigures(
  db: Database,
  actor: Actor,
  filters: readonly DeskFilter[],
  now: Date,
): Promise<{ counts: number[] } & DeskGroups> {
  const all = from(db, actor, whole, now)
  const figures = db`count(*)::int as total, (count(*) filter (where h.received_at is null))::int as unopened`
  const listed = (rows: ReturnType<Database>) => db`
    (select coalesce(jsonb_agg(to_jsonb(x) order by x.total desc, x.name), '[]') from (${rows} order by total desc, name limit ${most}) x)`
  const [row] = await db<({ counts: number[] } & DeskGroups)[]>`
    select (array[0 ${filters.map((filter) => db`, ${counted(db, actor, filter, now)}`)}])[2:] as counts,
      ${listed(db`
        select t.id::text, t.name, g.total, g.unopened
          from (select h.case_type_id, ${figures} ${all} group by 1) g join classification.case_type t on t.id = g.case_type_id`)} as types,
      ${listed(db`
        select l.id::text, l.name, g.total, g.unopened
          from (select y.label_id, ${figures} from (select h.case_file_id, h.received_at ${all}) h
                  join watchlists.labelling y on y.unit_id = ${actor.unitId} and y.case_file_id = h.case_file_id
                 group by 1) g join watchlists.label l on l.id = g.label_id`)} as labels,
      ${listed(db`
        select a.id::text, coalesce(a.social_name, a.name, 'Sem atribuição') as name, g.total, g.unopened
          from (select h.assigned_to, ${figures} ${all} group by 1) g left join identity.account a on a.id = g.assigned_to`)} as people`
  if (!row) throw new Error('a select without a source gave no row')
  return row
}
