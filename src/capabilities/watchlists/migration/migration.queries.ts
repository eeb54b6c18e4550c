import type { Database } from '../../../platform/db/index.ts'

/** One case file on its way from one of the units that give it up. */
export interface FromOne {
  readonly caseFileId: string
  readonly from: string
  readonly to: string
}

export interface PerCaseFile {
  caseFileId: string
  count: number
}

/** How many went, and how many stayed because their words would not fit beside those of the new unit. */
export interface Gone {
  count: number
  left: number
}

const none: Gone = { count: 0, left: 0 }

/** Longest note, text of a label, observation of what is followed; SQL says the same. */
const longest = 500

/** Words that stood in both units, one below the other. */
const joined = (db: Database, mine: string, theirs: string) => db`
  case when ${db(mine)} = ${db(theirs)} or ${db(theirs)} = '' then ${db(mine)} when ${db(mine)} = '' then ${db(theirs)}
       else ${db(mine)} || E'\n' || ${db(theirs)} end`

export async function countNotes(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from watchlists.note
    where unit_id = any (${[...from]}::text[]::bigint[]) group by 1 order by 1`
}

/** The unit's note, or those of the holders, each to their own. */
export async function moveNotes(db: Database, { caseFileId, from, to }: FromOne): Promise<Gone> {
  const [row] = await db<Gone[]>`
    with mine as (
      select * from watchlists.note where case_file_id = ${caseFileId} and unit_id = ${from}
    ), put as (
      insert into watchlists.note as n (case_file_id, unit_id, account_id, text, priority, changed_at, changed_by)
      select case_file_id, ${to}::bigint, account_id, text, priority, changed_at, changed_by from mine
      on conflict (unit_id, case_file_id, account_id) do update
        set text = ${joined(db, 'n.text', 'excluded.text')}, priority = n.priority or excluded.priority
        where length(n.text) + length(excluded.text) < ${longest}
      returning account_id
    ), gone as (
      delete from watchlists.note n using put p
       where n.case_file_id = ${caseFileId} and n.unit_id = ${from} and n.account_id is not distinct from p.account_id returning 1
    ) select (select count(*)::int from gone) as count, (select count(*)::int from mine) - (select count(*)::int from gone) as left`
  return row ?? none
}

export async function countLabellings(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from watchlists.labelling
    where unit_id = any (${[...from]}::text[]::bigint[]) group by 1 order by 1`
}

/**
 * The labels of the new unit with the same names, made where it has none, go on the case file. What the old unit did
 * with its own stays written with them, and the successor reads it.
 */
export async function moveLabellings(db: Database, { caseFileId, from, to }: FromOne): Promise<Gone> {
  const [row] = await db<Gone[]>`
    with mine as (
      select x.label_id, x.text, x.changed_at, x.changed_by, l.name, l.colour, l.created_at, l.created_by, l.deactivated_at
        from watchlists.labelling x join watchlists.label l on l.id = x.label_id
       where x.case_file_id = ${caseFileId} and x.unit_id = ${from}
    ), target as (
      insert into watchlists.label as t (unit_id, name, colour, created_at, created_by, deactivated_at)
      select ${to}::bigint, name, colour, created_at, created_by, deactivated_at from mine
      on conflict (unit_id, lower(name)) do update
        set deactivated_at = case when excluded.deactivated_at is null then null else t.deactivated_at end
      returning id, lower(name) as name
    ), put as (
      insert into watchlists.labelling as t (label_id, unit_id, case_file_id, text, changed_at, changed_by)
      select g.id, ${to}::bigint, ${caseFileId}::bigint, m.text, m.changed_at, m.changed_by
        from mine m join target g on g.name = lower(m.name)
      on conflict (label_id, case_file_id) do update set text = ${joined(db, 't.text', 'excluded.text')}
        where length(t.text) + length(excluded.text) < ${longest}
      returning label_id
    ), gone as (
      delete from watchlists.labelling x using mine m join target g on g.name = lower(m.name) join put p on p.label_id = g.id
       where x.label_id = m.label_id and x.case_file_id = ${caseFileId} returning 1
    ) select (select count(*)::int from gone) as count, (select count(*)::int from mine) - (select count(*)::int from gone) as left`
  return row ?? none
}

export async function countEntries(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from watchlists.entry
    where unit_id = any (${[...from]}::text[]::bigint[]) group by 1 order by 1`
}

/** Followed in the groups of the new unit with the same names, made where it has none. */
export async function moveEntries(db: Database, { caseFileId, from, to }: FromOne): Promise<Gone> {
  const [row] = await db<Gone[]>`
    with mine as (
      select e.*, w.name from watchlists.entry e left join watchlists.watchlist w on w.id = e.watchlist_id
       where e.case_file_id = ${caseFileId} and e.unit_id = ${from}
    ), target as (
      insert into watchlists.watchlist as t (unit_id, name) select ${to}::bigint, name from mine where name is not null
      on conflict (unit_id, lower(name)) do update set name = t.name returning id, lower(name) as name
    ), placed as (
      select m.*, g.id as target_id from mine m left join target g on g.name = lower(m.name)
    ), put as (
      insert into watchlists.entry as t (unit_id, case_file_id, watchlist_id, observation, added_at, added_by, changed_at)
      select ${to}::bigint, case_file_id, target_id, observation, added_at, added_by, changed_at from placed
      on conflict (unit_id, case_file_id, watchlist_id) do update set observation = ${joined(db, 't.observation', 'excluded.observation')}
        where length(t.observation) + length(excluded.observation) < ${longest}
      returning watchlist_id
    ), gone as (
      delete from watchlists.entry e using placed m join put p on p.watchlist_id is not distinct from m.target_id
       where e.id = m.id returning 1
    ) select (select count(*)::int from gone) as count, (select count(*)::int from mine) - (select count(*)::int from gone) as left`
  return row ?? none
}

export async function countLabelsOf(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from watchlists.label where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** The register of the new unit has all the labels that the old one had; the old ones stay for the history that names them. */
export async function copyLabels(db: Database, from: string, to: string): Promise<void> {
  await db`insert into watchlists.label (unit_id, name, colour, created_at, created_by, deactivated_at)
    select ${to}::bigint, name, colour, created_at, created_by, deactivated_at from watchlists.label where unit_id = ${from}
    on conflict (unit_id, lower(name)) do nothing`
}

export async function countWatchlists(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from watchlists.watchlist where unit_id = ${unitId}`
  return row?.count ?? 0
}

export async function moveWatchlists(db: Database, from: string, to: string): Promise<void> {
  await db`insert into watchlists.watchlist (unit_id, name) select ${to}::bigint, name from watchlists.watchlist where unit_id = ${from}
    on conflict (unit_id, lower(name)) do nothing`
  await db`delete from watchlists.watchlist w where w.unit_id = ${from}
    and not exists (select 1 from watchlists.entry e where e.watchlist_id = w.id)`
}
