import type { Database } from '../../src/platform/db/index.ts'

export interface MigrationStanding {
  state: string
  settled: number
  failed: number
}

/** How far the one migration of the house is, counted in case files. */
export async function selectStanding(db: Database): Promise<MigrationStanding | undefined> {
  const [row] = await db<MigrationStanding[]>`
    select m.state, count(*) filter (where i.state = 'done' and i.case_file_id is not null)::int as settled,
           count(*) filter (where i.state = 'failed')::int as failed
      from unit_migration.migration m left join unit_migration.item i on i.migration_id = m.id group by m.id`
  return row
}

/** Whatever is not as it must be when a migration is done: by the dry run, by the history, and in the unit left behind. */
export async function selectUnlikePlan(db: Database, count: number): Promise<string[]> {
  const rows = await db<{ what: string }[]>`
    select 'diferente do ensaio: ' || i.kind || ' ' || coalesce(c.number, '') || ' ' || i.state || ' '
           || coalesce(i.planned::text, '–') || ' ' || coalesce(i.moved::text, '–') as what
      from unit_migration.item i left join cases.case_file c on c.id = i.case_file_id
     where i.state <> 'done' or i.planned is distinct from i.moved
    union all
    select 'sem um andamento só da migração: ' || c.number from unit_migration.item i
      join cases.case_file c on c.id = i.case_file_id
     where (select count(*) from history.event e where e.case_file_id = c.id and e.kind = 'case-migrated') <> 1
    union all
    select 'ainda na unidade antiga: ' || c.number from cases.holding h join cases.case_file c on c.id = h.case_file_id
      join unit_migration.migration_unit u on u.unit_id = h.unit_id and u.role = 'from' where h.closed_at is null
    union all
    select 'processos abertos na unidade nova: ' || count(*) from cases.holding h
      join unit_migration.migration_unit u on u.unit_id = h.unit_id and u.role = 'to'
     where h.closed_at is null having count(*) <> ${count}
    union all
    select 'a migração terminou como ' || state from unit_migration.migration where state <> 'done'`
  return rows.map(({ what }) => what)
}

/** How much of each kind the dry run foresaw: the world that was migrated. */
export async function selectPlannedKinds(db: Database): Promise<{ kind: string; count: number }[]> {
  return db<{ kind: string; count: number }[]>`
    select p.key as kind, sum(p.value::int)::int as count from unit_migration.item i, jsonb_each_text(i.planned) p
     group by 1 having sum(p.value::int) > 0 order by 2 desc, 1`
}

/** What was put off to a later moment is done now, so that it does not look like a difference. */
export async function sumUp(db: Database): Promise<void> {
  await db`select cases.sum_up_desks()`
}
