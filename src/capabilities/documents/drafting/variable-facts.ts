import type { Database } from '../../../platform/db/index.ts'
import type { CaseFile } from '../../cases/index.ts'
import { type LetterheadRow, selectLetterhead, selectPartiesAndClasses } from './drafting.queries.ts'
import type { Numbering } from './numbering.rules.ts'
import { valuesOfVariables } from './variable-values.text.ts'

/** What the variables of a document take from its unit and its case file. */
export interface VariableSources extends LetterheadRow {
  readonly parties: readonly string[]
  readonly classes: readonly string[]
}

export async function gatherVariableSources(
  db: Database,
  unitId: string,
  caseFileId: string,
): Promise<VariableSources> {
  const [letterhead, others] = await Promise.all([
    selectLetterhead(db, unitId),
    selectPartiesAndClasses(db, caseFileId),
  ])
  if (!letterhead) throw new Error(`unit ${unitId} is gone`)
  return { ...letterhead, ...others }
}

/** The values for one document. Without a number of its type, its number is the nº SEI. */
export function variableValues(
  sources: VariableSources,
  caseFile: CaseFile,
  document: {
    readonly typeName: string
    readonly datedOn: string
    readonly number: string
    readonly typeNumber: string | undefined
    readonly numbering: Numbering
  },
): Record<string, string> {
  return valuesOfVariables({
    ...sources,
    datedOn: document.datedOn,
    typeName: document.typeName,
    caseNumber: caseFile.number,
    caseType: caseFile.typeName,
    summary: caseFile.summary,
    documentNumber: document.typeNumber ?? (document.numbering === 'none' ? document.number : undefined),
  })
}
