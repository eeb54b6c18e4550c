import type { Database } from '../../../platform/db/index.ts'

/** Counters of documents numbered by unit. */
export async function countUnitCounters(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from classification.document_counter c
      join classification.document_type t on t.id = c.document_type_id and t.numbering in ('unit', 'unit-year')
     where c.scope_id = ${unitId}`
  return row?.count ?? 0
}

/** The new unit goes on where the old one stood, or where it stands itself if that is further. */
export async function continueCounters(db: Database, from: string, to: string): Promise<number> {
  const rows = await db`
    insert into classification.document_counter as n (document_type_id, scope_id, year, last)
    select c.document_type_id, ${to}, c.year, c.last from classification.document_counter c
      join classification.document_type t on t.id = c.document_type_id and t.numbering in ('unit', 'unit-year')
     where c.scope_id = ${from}
    on conflict (document_type_id, scope_id, year) do update set last = greatest(n.last, excluded.last) returning 1`
  return rows.length
}

export async function countTypesOf(db: Database, unitId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from classification.case_type_scope where unit_id = ${unitId}`
  return row?.count ?? 0
}

/** Case types that only some units may open stay open to the old unit on record, and are opened to the new one. */
export async function openTypesTo(db: Database, from: string, to: string): Promise<number> {
  await db`insert into classification.case_type_scope (case_type_id, agency_id, unit_id)
    select case_type_id, null, ${to} from classification.case_type_scope where unit_id = ${from} on conflict do nothing`
  return countTypesOf(db, from)
}
