import type { Database } from '../../../platform/db/index.ts'

export async function countStandings(
  db: Database,
  from: readonly string[],
): Promise<{ caseFileId: string; count: number }[]> {
  return db`select case_file_id as "caseFileId", count(*)::int as count from checkpoints.standing
    where unit_id = any (${[...from]}::text[]::bigint[]) group by 1 order by 1`
}

/**
 * On the point of the new unit with the same name, made where it has none, since when it stood there. Where it stands on
 * one of the new unit's already, the later one stays. The steps stay written, and the successor reads them.
 */
export async function moveStanding(
  db: Database,
  { caseFileId, from, to }: { readonly caseFileId: string; readonly from: string; readonly to: string },
): Promise<{ count: number; met: boolean }> {
  const [row] = await db<{ count: number; met: boolean }[]>`
    with mine as (
      delete from checkpoints.standing where case_file_id = ${caseFileId} and unit_id = ${from} returning *
    ), target as (
      insert into checkpoints.checkpoint as t (unit_id, name, position, created_at, created_by, deactivated_at)
      select ${to}::bigint, p.name, p.position, p.created_at, p.created_by, p.deactivated_at
        from mine m join checkpoints.checkpoint p on p.id = m.checkpoint_id
      on conflict (unit_id, lower(name)) do update
        set deactivated_at = case when excluded.deactivated_at is null then null else t.deactivated_at end
      returning id
    ), put as (
      insert into checkpoints.standing as s (unit_id, case_file_id, checkpoint_id, since, set_by)
      select ${to}::bigint, m.case_file_id, t.id, m.since, m.set_by from mine m, target t
      on conflict (unit_id, case_file_id) do update
        set checkpoint_id = excluded.checkpoint_id, since = excluded.since, set_by = excluded.set_by
        where excluded.since > s.since
    )
    select (select count(*)::int from mine) as count,
           exists (select 1 from mine) and exists (select 1 from checkpoints.standing s
             join checkpoints.checkpoint p on p.id = s.checkpoint_id
             where s.unit_id = ${to} and s.case_file_id = ${caseFileId}
               and lower(p.name) not in (select lower(o.name) from mine m join checkpoints.checkpoint o on o.id = m.checkpoint_id)) as met`
  return row ?? { count: 0, met: false }
}

export async function countPoints(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from checkpoints.checkpoint where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** The old points stay for the steps that name them. */
export async function copyPoints(db: Database, from: string, to: string): Promise<void> {
  await db`insert into checkpoints.checkpoint (unit_id, name, position, created_at, created_by, deactivated_at)
    select ${to}::bigint, name, position, created_at, created_by, deactivated_at from checkpoints.checkpoint where unit_id = ${from}
    on conflict (unit_id, lower(name)) do nothing`
}
