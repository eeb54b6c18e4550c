import type { Database } from '../../../platform/db/index.ts'
import type { Numbering } from './numbering.rules.ts'

/**
 * Adds one to a counter and answers it. The row stays locked until the transaction ends, and what is undone gives its
 * number back: no gap, no twin, whoever comes at the same time.
 */
export async function nextInCounter(
  db: Database,
  typeId: string,
  counter: { readonly scopeId: string; readonly year: number },
): Promise<number> {
  const [row] = await db<{ last: number }[]>`
    insert into classification.document_counter as c (document_type_id, scope_id, year, last)
    values (${typeId}, ${counter.scopeId}, ${counter.year}, 1)
    on conflict (document_type_id, scope_id, year) do update set last = c.last + 1 returning last`
  if (!row) throw new Error('a counter gave no number')
  return row.last
}

/** How the type of a document is numbered, whether or not it is still in use. */
export async function selectNumbering(
  db: Database,
  typeId: string,
): Promise<{ numbering: Numbering; numberTakenAt: 'creation' | 'signature' }> {
  const [row] = await db<{ numbering: Numbering; numberTakenAt: 'creation' | 'signature' }[]>`
    select numbering, number_taken_at as "numberTakenAt" from classification.document_type where id = ${typeId}`
  return row ?? { numbering: 'none', numberTakenAt: 'creation' }
}

export async function selectAgencyOf(db: Database, unitId: string): Promise<string> {
  const [row] = await db<{ agencyId: string }[]>`
    select agency_id as "agencyId" from organization.unit where id = ${unitId}`
  if (!row) throw new Error(`unit ${unitId} is gone`)
  return row.agencyId
}
