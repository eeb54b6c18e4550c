import type { Database } from '../../../platform/db/index.ts'
import type { AccessLevel, CaseFile } from '../../cases/index.ts'
import type { LevelRequest } from './level.form.ts'
import { selectLegalBases, selectLevelFacts } from './level.queries.ts'
import { type LevelRefusal, refusalsToLevel } from './level.rules.ts'

/** The reasons against giving a document of this case file that level; `before` is the basis it already has. */
export async function checkLevel(
  db: Database,
  caseFile: CaseFile,
  { level, legalBasisId }: LevelRequest,
  before?: string | null,
): Promise<LevelRefusal[]> {
  const { allowedLevels, basisLevel, basisActive } = await selectLevelFacts(db, caseFile.typeId, legalBasisId)
  return refusalsToLevel({
    level,
    allowedByCaseType: allowedLevels,
    caseLevel: caseFile.level,
    legalBasis: basisLevel
      ? { level: basisLevel, active: basisActive === true, keptAsItWas: legalBasisId === before }
      : undefined,
  })
}

/** What the level fields of a form offer. */
export interface LevelOffer {
  readonly levels: readonly ('publico' | 'restrito' | 'sigiloso')[]
  readonly legalBases: readonly { readonly id: string; readonly label: string; readonly level: string }[]
}

export async function offerLevels(db: Database, caseFile: CaseFile, before?: string | null): Promise<LevelOffer> {
  const [{ allowedLevels }, bases] = await Promise.all([
    selectLevelFacts(db, caseFile.typeId, undefined),
    selectLegalBases(db, before ?? undefined),
  ])
  const offered = (level: AccessLevel) => allowedLevels.includes(level) || caseFile.level === level
  return {
    levels: [
      ...(offered('public') ? (['publico'] as const) : []),
      ...(offered('restricted') ? (['restrito'] as const) : []),
      ...(offered('confidential') ? (['sigiloso'] as const) : []),
    ],
    legalBases: bases
      .filter(({ level }) => offered(level))
      .map(({ id, name, law, level }) => ({
        id,
        label: `${name} (${law})`,
        level: level === 'restricted' ? 'Para restrito' : 'Para sigiloso',
      })),
  }
}
