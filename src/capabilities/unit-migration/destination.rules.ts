import type { Rule } from './migration.ts'

/** What the rules of a split look at in a case file. */
export interface CaseFileToPlace {
  readonly caseFileId: string
  readonly caseTypeId: string
  /** Who has it in the unit that is migrated. */
  readonly accountId: string | null
}

type Named = Pick<Rule, 'caseFileId' | 'accountId' | 'caseTypeId' | 'toUnitId'>

/**
 * Where a case file goes: where it is named itself, or the person who has it, or its type, in this order; otherwise to
 * the first of the new units.
 */
export function destinationOf(rules: readonly Named[], first: string, caseFile: CaseFileToPlace): string {
  const rule =
    rules.find(({ caseFileId }) => caseFileId === caseFile.caseFileId) ??
    rules.find(({ accountId }) => accountId !== null && accountId === caseFile.accountId) ??
    rules.find(({ caseTypeId }) => caseTypeId === caseFile.caseTypeId)
  return rule?.toUnitId ?? first
}
