import type { Database } from '../../platform/db/index.ts'
import type { Counts } from './migration.ts'
import type { PlannedCaseFile, PlannedOfUnit } from './plan.ts'

/** Keeps what the dry run found; what an earlier one found is forgotten. */
export async function replacePlanned(
  db: Database,
  migrationId: string,
  caseFiles: readonly PlannedCaseFile[],
  ofUnits: readonly PlannedOfUnit[],
): Promise<void> {
  await db`delete from unit_migration.item where migration_id = ${migrationId}`
  await db`insert into unit_migration.item (migration_id, kind, case_file_id, to_unit_id, state, planned)
    select ${migrationId}, 'case-file', p."caseFileId", p."to", 'planned', p.counts
      from jsonb_to_recordset(${JSON.stringify(caseFiles)}::text::jsonb) as p("caseFileId" bigint, "to" bigint, counts jsonb)
     order by p."caseFileId"`
  await db`insert into unit_migration.item (migration_id, kind, from_unit_id, to_unit_id, state, planned)
    select ${migrationId}, p.kind, p."from", p."to", 'planned', jsonb_build_object(p.kind, p.count)
      from jsonb_to_recordset(${JSON.stringify(ofUnits)}::text::jsonb) as p(kind text, "from" bigint, "to" bigint, count int)`
}

export interface Settled {
  readonly kind: string
  readonly caseFileId: string | null
  readonly fromUnitId: string | null
  readonly toUnitId: string
  readonly moved: Counts
  readonly notes: readonly string[]
}

/** What was planned of an item, and whether it was moved before. Undefined: it was not foreseen. */
export async function selectItem(
  db: Database,
  migrationId: string,
  item: Pick<Settled, 'kind' | 'caseFileId' | 'fromUnitId'>,
): Promise<{ state: string; planned: Counts | null; moved: Counts | null; notes: string[] } | undefined> {
  const [row] = await db<{ state: string; planned: Counts | null; moved: Counts | null; notes: string[] }[]>`
    select state, planned, moved, notes from unit_migration.item
     where migration_id = ${migrationId} and ${
       item.caseFileId === null
         ? db`case_file_id is null and kind = ${item.kind} and from_unit_id = ${item.fromUnitId}`
         : db`case_file_id = ${item.caseFileId}`
     }`
  return row
}

/** Writes the result of an item in the transaction that moved it. */
export async function settleItem(db: Database, migrationId: string, item: Settled, now: Date): Promise<void> {
  const moved = JSON.stringify(item.moved)
  const target =
    item.caseFileId === null
      ? db`(migration_id, kind, from_unit_id) where case_file_id is null`
      : db`(migration_id, case_file_id) where case_file_id is not null`
  await db`
    insert into unit_migration.item (migration_id, kind, case_file_id, from_unit_id, to_unit_id, state, moved, notes, settled_at)
    values (${migrationId}, ${item.kind}, ${item.caseFileId}, ${item.fromUnitId}, ${item.toUnitId}, 'done',
      ${moved}::text::jsonb, ${[...item.notes]}::text[], ${now})
    on conflict ${target} do update set state = 'done', to_unit_id = excluded.to_unit_id, moved = excluded.moved,
      notes = excluded.notes, settled_at = excluded.settled_at`
}

/** Something of the item could not be moved: nothing of it was. */
export async function failItem(
  db: Database,
  migrationId: string,
  item: Pick<Settled, 'kind' | 'caseFileId' | 'fromUnitId' | 'toUnitId'>,
  note: string,
  now: Date,
): Promise<void> {
  const target =
    item.caseFileId === null
      ? db`(migration_id, kind, from_unit_id) where case_file_id is null`
      : db`(migration_id, case_file_id) where case_file_id is not null`
  await db`
    insert into unit_migration.item (migration_id, kind, case_file_id, from_unit_id, to_unit_id, state, notes, settled_at)
    values (${migrationId}, ${item.kind}, ${item.caseFileId}, ${item.fromUnitId}, ${item.toUnitId}, 'failed', ${[note]}, ${now})
    on conflict ${target} do update set state = 'failed', notes = excluded.notes, settled_at = excluded.settled_at`
}

/** What was planned and had left the units before the run came to it. */
export async function settleGone(db: Database, migrationId: string, note: string, now: Date): Promise<void> {
  await db`update unit_migration.item set state = 'gone', notes = ${[note]}, settled_at = ${now}
    where migration_id = ${migrationId} and state = 'planned'`
}

/** What failed is tried again by the next run. */
export async function forgetFailed(db: Database, migrationId: string): Promise<void> {
  await db`update unit_migration.item set state = 'planned', notes = '{}', settled_at = null
    where migration_id = ${migrationId} and state = 'failed'`
}

export async function countFailed(db: Database, migrationId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from unit_migration.item where migration_id = ${migrationId} and state = 'failed'`
  return row?.count ?? 0
}

export interface ProgressRow {
  total: number
  settled: number
  failed: number
  withNotes: number
}

export async function selectProgress(db: Database, migrationId: string): Promise<ProgressRow> {
  const [row] = await db<ProgressRow[]>`
    select count(*)::int as total, count(*) filter (where state <> 'planned')::int as settled,
           count(*) filter (where state = 'failed')::int as failed,
           count(*) filter (where cardinality(notes) > 0)::int as "withNotes"
      from unit_migration.item where migration_id = ${migrationId}`
  return row ?? { total: 0, settled: 0, failed: 0, withNotes: 0 }
}

/** How many of each kind were planned and moved. */
export async function selectTotals(
  db: Database,
  migrationId: string,
): Promise<{ kind: string; planned: number; moved: number }[]> {
  return db<{ kind: string; planned: number; moved: number }[]>`
    select n.kind, sum(n.planned)::int as planned, sum(n.moved)::int as moved from (
      select p.key as kind, p.value::int as planned, 0 as moved from unit_migration.item i, jsonb_each_text(i.planned) p
       where i.migration_id = ${migrationId}
      union all
      select m.key, 0, m.value::int from unit_migration.item i, jsonb_each_text(i.moved) m where i.migration_id = ${migrationId}
    ) n group by 1 having sum(n.planned) + sum(n.moved) > 0 order by 1`
}

export interface ItemRow {
  id: string
  kind: string
  /** Null where the case file is confidential: its number is for who holds a credential. */
  caseNumber: string | null
  from: string | null
  to: string
  state: 'planned' | 'done' | 'failed' | 'gone'
  planned: Counts | null
  moved: Counts | null
  notes: string[]
  settledAt: Date | null
  total: number
}

/** The report item by item; `only` narrows it to what people must look at. */
export async function selectItems(
  db: Database,
  migrationId: string,
  asked: { readonly only: 'all' | 'notes' | 'failed'; readonly limit: number; readonly offset: number },
): Promise<ItemRow[]> {
  return db<ItemRow[]>`
    select i.id, i.kind, case when c.effective_level <> 'confidential' then c.number end as "caseNumber",
           f.acronym as "from", t.acronym as "to", i.state, i.planned, i.moved, i.notes, i.settled_at as "settledAt",
           (count(*) over ())::int as total
      from unit_migration.item i
      left join cases.case_file c on c.id = i.case_file_id
      left join organization.unit f on f.id = i.from_unit_id
      join organization.unit t on t.id = i.to_unit_id
     where i.migration_id = ${migrationId}
       ${asked.only === 'failed' ? db`and i.state = 'failed'` : asked.only === 'notes' ? db`and cardinality(i.notes) > 0` : db``}
     order by i.id limit ${asked.limit} offset ${asked.offset}`
}
