import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../../cases/index.ts'

export interface LegalBasisRow {
  id: string
  name: string
  law: string
  level: AccessLevel
}

/** Legal bases in use, and besides them the one that a document already has (EST-046). */
export async function selectLegalBases(db: Database, besides: string | undefined): Promise<LegalBasisRow[]> {
  return db<LegalBasisRow[]>`select id, name, law, level from classification.legal_basis
    where deactivated_at is null or id = ${besides ?? null} order by level desc, name`
}

export async function selectLevelFacts(
  db: Database,
  caseTypeId: string,
  legalBasisId: string | undefined,
): Promise<{ allowedLevels: AccessLevel[]; basisLevel: AccessLevel | null; basisActive: boolean | null }> {
  const [row] = await db<
    { allowedLevels: AccessLevel[]; basisLevel: AccessLevel | null; basisActive: boolean | null }[]
  >`
    select t.allowed_levels as "allowedLevels", b.level as "basisLevel", b.deactivated_at is null as "basisActive"
      from classification.case_type t
      left join classification.legal_basis b on b.id = ${legalBasisId ?? null}
     where t.id = ${caseTypeId}`
  return row ?? { allowedLevels: [], basisLevel: null, basisActive: null }
}
