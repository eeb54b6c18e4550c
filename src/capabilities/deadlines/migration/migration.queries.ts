import type { Database } from '../../../platform/db/index.ts'

export async function countDeadlinesOf(
  db: Database,
  from: readonly string[],
): Promise<{ caseFileId: string; count: number }[]> {
  return db`select case_file_id as "caseFileId", count(*)::int as count from deadlines.deadline
    where unit_id = any (${[...from]}::text[]::bigint[]) and deleted_at is null group by 1 order by 1`
}

/** Reminders are asked for by deadline and day: what was reminded of is not reminded of again. */
export async function moveDeadlines(
  db: Database,
  step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string },
): Promise<number> {
  const rows = await db`update deadlines.deadline set unit_id = ${step.to}
    where case_file_id = ${step.caseFileId} and unit_id = any (${[...step.from]}::text[]::bigint[]) and deleted_at is null
    returning 1`
  return rows.length
}

/** Whether the unit said itself how many days before it is reminded, and the other one did not. */
export async function selectSettingToMove(
  db: Database,
  from: string,
  to: string | undefined,
): Promise<{ has: boolean; taken: boolean }> {
  const [row] = await db<{ has: boolean; taken: boolean }[]>`
    select exists (select 1 from deadlines.reminder_setting where unit_id = ${from}) as has,
           exists (select 1 from deadlines.reminder_setting where unit_id = ${to ?? null}::bigint) as taken`
  return row ?? { has: false, taken: false }
}

export async function moveSetting(db: Database, from: string, to: string): Promise<void> {
  await db`update deadlines.reminder_setting set unit_id = ${to} where unit_id = ${from}`
}
