import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import type { MarkColour } from '../../ui/index.ts'
import { isNewsTo } from '../news/index.ts'

/** What the desk offers to choose from, and what this person chose to see on it. */
export interface DeskChoices {
  /** Labels of the unit with the case files on the desk that carry them. */
  labels: { id: string; name: string; colour: MarkColour; total: number }[]
  /** Null: the usual columns. */
  columns: string[] | null
  /** Acronyms of the units that succeeded this one; where there are some, one only reads here. */
  successors: string[]
  /** The newest version is news to this person. */
  isNews: boolean
}

/** Labels with what each counts on this desk, the person's columns and who succeeded the unit, in one statement. */
export async function selectDeskChoices(db: Database, actor: Actor): Promise<DeskChoices> {
  const [row] = await db<DeskChoices[]>`
    select (select coalesce(jsonb_agg(x order by lower(x.name)), '[]') from (
             select l.id::text, l.name, l.colour, count(h.id)::int as total from watchlists.label l
               left join watchlists.labelling y on y.label_id = l.id
               left join cases.holding h on h.case_file_id = y.case_file_id and h.unit_id = ${actor.unitId}
                and h.closed_at is null and not h.suspended
                and (not h.confidential or cases.holds_credential(h.case_file_id, ${actor.userId}, ${actor.unitId}))
              where l.unit_id = ${actor.unitId}
              group by l.id having l.deactivated_at is null or count(h.id) > 0 limit 200) x) as labels,
           (select v.columns from routing.desk_view v where v.account_id = ${actor.userId}) as columns,
           array(select u.acronym from organization.succession s join organization.unit u on u.id = s.successor_id
                  where s.predecessor_id = ${actor.unitId} order by s.takes_rest desc, u.acronym) as successors,
           ${isNewsTo(db, actor)} as "isNews"`
  if (!row) throw new Error('a select without a source gave no row')
  return row
}

export async function selectColumns(db: Database, accountId: string): Promise<string[] | undefined> {
  const [row] = await db<{ columns: string[] }[]>`
    select columns from routing.desk_view where account_id = ${accountId}`
  return row?.columns
}

export async function upsertColumns(db: Database, accountId: string, columns: readonly string[]): Promise<void> {
  await db`
    insert into routing.desk_view (account_id, columns) values (${accountId}, ${[...columns]}::text[])
    on conflict (account_id) do update set columns = excluded.columns`
}

export async function deleteColumns(db: Database, accountId: string): Promise<void> {
  await db`delete from routing.desk_view where account_id = ${accountId}`
}

export async function upsertUnread(db: Database, accountId: string, caseFileId: string, now: Date): Promise<void> {
  await db`
    insert into routing.unread_mark (account_id, case_file_id, marked_at) values (${accountId}, ${caseFileId}, ${now})
    on conflict (account_id, case_file_id) do update set marked_at = excluded.marked_at`
}
