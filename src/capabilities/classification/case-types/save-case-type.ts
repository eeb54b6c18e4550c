import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../platform/outcome.ts'
import { type Editor, type ListOf, type ListRequest, listOf, noteChange } from '../../organization/index.ts'
import { type CaseTypeRefusal, type Level, refusalsOfCaseType } from './case-type.rules.ts'
import { historyOfCaseType } from './case-type-fields.text.ts'
import {
  type CaseTypeRow,
  type FormChoices,
  insertType,
  replaceClassesAndScope,
  selectBases,
  selectBasis,
  selectCaseType,
  selectCaseTypes,
  selectCaseTypeWords,
  selectClassesByCode,
  updateType,
} from './case-types.queries.ts'

export interface CaseTypeRequest {
  readonly name: string
  readonly description: string
  readonly allowedLevels: readonly Level[]
  readonly suggestedLevel: Level
  readonly suggestedLegalBasisId: string | undefined
  readonly classCodes: readonly string[]
  readonly onePerParty: boolean
  readonly internal: boolean
  /** Where it may be opened; everywhere when both are empty (PRO-024). */
  readonly agencyIds: readonly string[]
  readonly unitIds: readonly string[]
}

export type SaveRefusal = CaseTypeRefusal | { readonly kind: 'already-registered' }

export async function listCaseTypes(db: Database, asked: ListRequest): Promise<ListOf<CaseTypeRow>> {
  return listOf(await selectCaseTypes(db, asked))
}

export function findCaseType(db: Database, id: string): Promise<CaseTypeRow | undefined> {
  return selectCaseType(db, id)
}

/** The legal bases to suggest, in use or not: an old one stays chosen until it is changed. */
export function findBases(db: Database): Promise<FormChoices['bases']> {
  return selectBases(db)
}

/**
 * Registers a case type, or changes the one of the id. Case files that exist keep what they have; what changes is what
 * may be opened from now on.
 */
export async function saveCaseType(
  db: Database,
  by: Editor,
  id: string | undefined,
  request: CaseTypeRequest,
  now: Date,
): Promise<Outcome<{ id: string }, SaveRefusal>> {
  return inTransaction(db, async (trx) => {
    const [before, classes, basis] = await Promise.all([
      id === undefined ? undefined : selectCaseTypeWords(trx, id),
      selectClassesByCode(trx, request.classCodes),
      request.suggestedLegalBasisId ? selectBasis(trx, request.suggestedLegalBasisId) : undefined,
    ])
    const known = new Set(classes.map(({ code }) => code))
    const unknownClasses = request.classCodes.filter((code) => !known.has(code))
    const refusal = refused<SaveRefusal>(refusalsOfCaseType({ ...request, basis, classes, unknownClasses }))
    if (refusal) return refusal
    const type = {
      ...request,
      suggestedLegalBasisId: basis ? request.suggestedLegalBasisId : undefined,
      classIds: classes.map((one) => one.id),
    }
    const saved = id === undefined ? await insertType(trx, type) : (await updateType(trx, id, type)) ? id : undefined
    if (saved === undefined) return refuse({ kind: 'already-registered' })
    await replaceClassesAndScope(trx, saved, type)
    const after = await selectCaseTypeWords(trx, saved)
    if (!after) throw new Error('a case type was neither made nor found')
    const fields = { before: before && historyOfCaseType(before), after: historyOfCaseType(after) }
    await noteChange(trx, by, { register: 'case-type', id: saved }, fields, now)
    return done({ id: saved })
  })
}
