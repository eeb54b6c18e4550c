import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel } from '../access.rules.ts'

export interface LevelsRow {
  level: AccessLevel
  effectiveLevel: AccessLevel
  /** The highest among its documents and the case files annexed to it (PRO-064, PRO-191). */
  highestInside: AccessLevel
}

export async function selectLevels(db: Database, caseFileId: string): Promise<LevelsRow> {
  const [row] = await db<LevelsRow[]>`
    select c.level, c.effective_level as "effectiveLevel",
           platform.highest_level(documents.highest_level(c.id), coalesce((
             select case when bool_or(a.effective_level = 'confidential') then 'confidential'
                         when bool_or(a.effective_level = 'restricted') then 'restricted' else 'public' end
               from cases.annexation x join cases.case_file a on a.id = x.annexed_id
              where x.principal_id = c.id and x.undone_at is null), 'public')) as "highestInside"
      from cases.case_file c where c.id = ${caseFileId}`
  if (!row) throw new Error(`no case file ${caseFileId}`)
  return row
}

export async function updateEffectiveLevel(db: Database, caseFileId: string, level: AccessLevel): Promise<void> {
  await db`update cases.case_file set effective_level = ${level} where id = ${caseFileId}`
}

export async function updateLevel(
  db: Database,
  caseFileId: string,
  level: AccessLevel,
  legalBasisId: string | undefined,
): Promise<void> {
  await db`update cases.case_file set level = ${level}, legal_basis_id = ${legalBasisId ?? null} where id = ${caseFileId}`
}
