import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { insertPassages } from '../holdings.queries.ts'

/** One case file on its way from the units that give it up to the one that takes it. */
export interface CaseFileStep {
  readonly caseFileId: string
  readonly from: readonly string[]
  readonly to: string
  readonly actor: Actor
  readonly now: Date
}

export interface PerCaseFile {
  caseFileId: string
  count: number
}

/** In one order, so that two who hold several never wait for each other. */
export async function lockCaseFiles(db: Database, caseFileIds: readonly string[]): Promise<void> {
  await db`select 1 from cases.case_file where id = any (${[...caseFileIds]}::text[]::bigint[]) order by id for update`
}

export async function countHoldings(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from cases.holding
    where unit_id = any (${[...from]}::text[]::bigint[]) and closed_at is null group by 1 order by 1`
}

/**
 * Closes the holdings of the old units and opens one in the new unit, as it lay there: received or red, seen or not,
 * suspended, and assigned to the same person where that person may work in the new unit (EST-087). Several become one.
 * Answers how many were closed, and who lost the assignment.
 */
export async function moveHoldings(
  db: Database,
  { caseFileId, from, to, actor, now }: CaseFileStep,
  today: string,
): Promise<{ count: number; unassigned: string[] }> {
  const [row] = await db<{ count: number; unassigned: string[] }[]>`
    with gone as (
      update cases.holding set closed_at = ${now}, closed_by = ${actor.userId}, closing = 'migrated'
       where case_file_id = ${caseFileId} and unit_id = any (${[...from]}::text[]::bigint[]) and closed_at is null
      returning *
    ), assignable as (
      select g.id, a.id as account from gone g join identity.account a on a.id = g.assigned_to
       where a.disabled_at is null and cardinality(identity.permissions_in(a.id, ${to}, ${today}::date)) > 0
    ), came as (
      insert into cases.holding as h (case_file_id, unit_id, origin, opened_at, received_at, received_by, seen_at, assigned_to, suspended)
      select ${caseFileId}, ${to}, min(g.origin), ${now}, case when bool_or(g.received_at is not null) then ${now}::timestamptz end,
             (array_agg(g.received_by order by g.received_at nulls last, g.id))[1], max(g.seen_at),
             (array_agg(s.account order by s.account is null, g.id))[1], bool_or(g.suspended)
        from gone g left join assignable s on s.id = g.id having count(*) > 0
      on conflict (case_file_id, unit_id) where closed_at is null do update
        set received_at = coalesce(h.received_at, excluded.received_at), received_by = coalesce(h.received_by, excluded.received_by),
            seen_at = greatest(h.seen_at, excluded.seen_at), assigned_to = coalesce(h.assigned_to, excluded.assigned_to)
      returning assigned_to
    ), news as (
      -- What the old unit did is the new unit's own doing: nobody's desk shows it as news because of the migration.
      update cases.case_file set news_unit_id = ${to}
       where id = ${caseFileId} and news_unit_id = any (${[...from]}::text[]::bigint[])
    )
    select (select count(*)::int from gone) as count,
           array(select distinct coalesce(a.social_name, a.name) from gone g join identity.account a on a.id = g.assigned_to
                  where g.assigned_to is distinct from (select c.assigned_to from came c)) as unassigned`
  if (row && row.count > 0) await insertPassages(db, caseFileId, [to], now)
  return row ?? { count: 0, unassigned: [] }
}

export async function countSuspensions(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from cases.suspension
    where unit_id = any (${[...from]}::text[]::bigint[]) and ended_at is null group by 1 order by 1`
}

/** It goes on being suspended, for the same reason; the new unit is the one that resumes it. */
export async function moveSuspension(db: Database, { caseFileId, from, to }: CaseFileStep): Promise<number> {
  const rows = await db`update cases.suspension set unit_id = ${to}
    where case_file_id = ${caseFileId} and unit_id = any (${[...from]}::text[]::bigint[]) and ended_at is null returning 1`
  return rows.length
}

export async function countCredentials(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from cases.credential
    where unit_id = any (${[...from]}::text[]::bigint[]) and ended_at is null group by 1 order by 1`
}

export interface TransferredRow {
  name: string
  from: string
  unit: string
  /** The person may do nothing in the new unit yet. */
  dormant: boolean
}

/** Ends the credentials in the old units and gives the same people one in the new unit, granted by whom they were. */
export async function transferCredentials(
  db: Database,
  { caseFileId, from, to, actor, now }: CaseFileStep,
  today: string,
): Promise<TransferredRow[]> {
  return db<TransferredRow[]>`
    with gone as (
      update cases.credential set ended_at = ${now}, ended_by = ${actor.userId}, ending = 'moved'
       where case_file_id = ${caseFileId} and unit_id = any (${[...from]}::text[]::bigint[]) and ended_at is null
      returning *
    ), made as (
      insert into cases.credential (case_file_id, account_id, unit_id, granted_by, granted_unit_id, granted_at)
      select distinct on (account_id) case_file_id, account_id, ${to}::bigint, granted_by, granted_unit_id, ${now}::timestamptz
        from gone order by account_id, id
      on conflict (case_file_id, account_id, unit_id) where ended_at is null do nothing
    )
    select coalesce(a.social_name, a.name) as name, f.acronym as "from", t.acronym as unit,
           a.disabled_at is not null or cardinality(identity.permissions_in(a.id, t.id, ${today}::date)) = 0 as dormant
      from gone g join identity.account a on a.id = g.account_id
      join organization.unit f on f.id = g.unit_id
      join organization.unit t on t.id = ${to} order by g.id`
}

export async function countObservations(db: Database, from: readonly string[]): Promise<PerCaseFile[]> {
  return db<PerCaseFile[]>`select case_file_id as "caseFileId", count(*)::int as count from cases.observation
    where unit_id = any (${[...from]}::text[]::bigint[]) group by 1 order by 1`
}

export interface ObservationRow {
  unitId: string
  text: string
  changedAt: Date
  changedBy: string
}

export async function selectObservationsOf(
  db: Database,
  caseFileId: string,
  unitIds: readonly string[],
): Promise<ObservationRow[]> {
  return db<ObservationRow[]>`
    select unit_id as "unitId", text, changed_at as "changedAt", changed_by as "changedBy" from cases.observation
     where case_file_id = ${caseFileId} and unit_id = any (${[...unitIds]}::text[]::bigint[]) order by unit_id`
}

/** The observation of the new unit is this text, and those of the units given up are gone. */
export async function joinObservations(
  db: Database,
  caseFileId: string,
  joined: ObservationRow,
  gone: readonly string[],
): Promise<void> {
  await db`delete from cases.observation where case_file_id = ${caseFileId} and unit_id = any (${[...gone]}::text[]::bigint[])`
  await db`insert into cases.observation (case_file_id, unit_id, text, changed_at, changed_by)
    values (${caseFileId}, ${joined.unitId}, ${joined.text}, ${joined.changedAt}, ${joined.changedBy})
    on conflict (case_file_id, unit_id) do update set text = excluded.text`
}
