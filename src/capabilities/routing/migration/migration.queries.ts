import type { Database } from '../../../platform/db/index.ts'

const underWay = (db: Database, from: readonly string[]) => db`m.recalled_at is null
  and (m.received_at is null or (m.return_due is not null and m.returned_at is null))
  and (m.from_unit_id = any (${[...from]}::text[]::bigint[]) or m.to_unit_id = any (${[...from]}::text[]::bigint[]))`

export async function countMovements(
  db: Database,
  from: readonly string[],
): Promise<{ caseFileId: string; count: number }[]> {
  return db`select m.case_file_id as "caseFileId", count(*)::int as count from routing.movement m
    where ${underWay(db, from)} group by 1 order by 1`
}

/** Where a movement was first stays on record; one that now begins and ends in the same unit has arrived. */
export async function rekeyMovements(
  db: Database,
  step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string; readonly now: Date },
): Promise<{ count: number; met: number }> {
  const ids = [...step.from]
  const [row] = await db<{ count: number; met: number }[]>`
    with moved as (
      update routing.movement m
         set first_from_unit_id = coalesce(m.first_from_unit_id, m.from_unit_id),
             first_to_unit_id = coalesce(m.first_to_unit_id, m.to_unit_id),
             from_unit_id = w.source, to_unit_id = w.target,
             received_at = case when w.source = w.target then coalesce(m.received_at, ${step.now}) else m.received_at end,
             returned_at = case when w.source = w.target and m.return_due is not null then ${step.now} else m.returned_at end
        from (select x.id,
                     case when x.from_unit_id = any (${ids}::text[]::bigint[]) then ${step.to}::bigint else x.from_unit_id end as source,
                     case when x.to_unit_id = any (${ids}::text[]::bigint[]) then ${step.to}::bigint else x.to_unit_id end as target
                from routing.movement x where x.case_file_id = ${step.caseFileId}) w
       where w.id = m.id and ${underWay(db, step.from)}
      returning w.source = w.target and m.return_due is not null as met
    ) select count(*)::int as count, count(*) filter (where met)::int as met from moved`
  return row ?? { count: 0, met: 0 }
}

export async function countReopenings(
  db: Database,
  from: readonly string[],
): Promise<{ caseFileId: string; count: number }[]> {
  return db`select case_file_id as "caseFileId", count(*)::int as count from routing.scheduled_reopening
    where unit_id = any (${[...from]}::text[]::bigint[]) and ended_at is null group by 1 order by 1`
}

/** Of all that is scheduled in the units that become one, the first day stays; the others end before it takes their place. */
export async function moveReopenings(
  db: Database,
  step: { readonly caseFileId: string; readonly from: readonly string[]; readonly to: string; readonly now: Date },
  accountId: string,
): Promise<{ count: number; replaced: number }> {
  const scheduled = await db<{ id: string; moves: boolean }[]>`
    select id, unit_id <> ${step.to} as moves from routing.scheduled_reopening
     where case_file_id = ${step.caseFileId} and ended_at is null
       and unit_id = any (${[...step.from, step.to]}::text[]::bigint[]) order by due_on, id for update`
  const count = scheduled.filter(({ moves }) => moves).length
  if (count === 0) return { count: 0, replaced: 0 }
  const [first, ...later] = scheduled.map(({ id }) => id)
  if (later.length > 0) {
    await db`update routing.scheduled_reopening set ended_at = ${step.now}, ended_by = ${accountId}, ending = 'replaced'
      where id = any (${later}::text[]::bigint[])`
  }
  await db`update routing.scheduled_reopening set unit_id = ${step.to} where id = ${first ?? null}`
  return { count, replaced: later.length }
}
