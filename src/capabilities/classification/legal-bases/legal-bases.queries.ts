import type { Database } from '../../../platform/db/index.ts'
import { type ListRequest, patternsOf, rowsPerPage } from '../../organization/index.ts'
import type { LegalBasisData } from './save-legal-basis.ts'

export interface LegalBasisRow extends LegalBasisData {
  id: string
  active: boolean
  total: number
}

export async function selectLegalBases(db: Database, asked: ListRequest): Promise<LegalBasisRow[]> {
  return db<LegalBasisRow[]>`
    select id, name, law, level, deactivated_at is null as active, (count(*) over ())::int as total
      from classification.legal_basis
     where ${asked.state === 'all' ? db`true` : db`(deactivated_at is null) = ${asked.state === 'active'}`}
       and platform.plain(lower(name || ' ' || law)) like all (
             select platform.plain(lower(w)) from unnest(${patternsOf(asked.text)}::text[]) w)
     order by level desc, name limit ${rowsPerPage} offset ${(asked.page - 1) * rowsPerPage}`
}

export async function selectLegalBasis(db: Database, id: string): Promise<LegalBasisRow | undefined> {
  const [row] = await db<LegalBasisRow[]>`
    select id, name, law, level, deactivated_at is null as active, 1 as total from classification.legal_basis where id = ${id}`
  return row
}

/** False where another one of the level has the name. The level stays: it is that of the case files that cite it. */
export async function updateLegalBasis(
  db: Database,
  id: string,
  { name, law }: Pick<LegalBasisData, 'name' | 'law'>,
): Promise<boolean> {
  const rows = await db`
    update classification.legal_basis b set name = ${name}, law = ${law}
     where b.id = ${id} and not exists (
       select 1 from classification.legal_basis o where o.name = ${name} and o.level = b.level and o.id <> b.id) returning 1`
  return rows.length > 0
}
