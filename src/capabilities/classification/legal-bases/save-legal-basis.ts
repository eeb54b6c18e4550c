import { type Database, inTransaction } from '../../../platform/db/index.ts'
import type { FormFields } from '../../../platform/form-fields.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type Editor, type ListOf, type ListRequest, listOf, noteChange } from '../../organization/index.ts'
import { registerLegalBasis } from '../register-types.ts'
import { type LegalBasisRow, selectLegalBases, selectLegalBasis, updateLegalBasis } from './legal-bases.queries.ts'

/** A law that allows to restrict access, at one level (EST-046). @term hipótese legal */
export interface LegalBasisData {
  readonly name: string
  readonly law: string
  readonly level: 'restricted' | 'confidential'
}

export async function listLegalBases(db: Database, asked: ListRequest): Promise<ListOf<LegalBasisRow>> {
  return listOf(await selectLegalBases(db, asked))
}

export function findLegalBasis(db: Database, id: string): Promise<LegalBasisRow | undefined> {
  return selectLegalBasis(db, id)
}

/** Registers a law with who did it. Refused where its level has the name. */
export async function openLegalBasis(
  db: Database,
  by: Editor,
  data: LegalBasisData,
  now: Date,
): Promise<Outcome<{ id: string }, { readonly kind: 'already-registered' }>> {
  return inTransaction(db, async (trx) => {
    const outcome = await registerLegalBasis(trx, data)
    if (!outcome.done) return outcome
    const record = { register: 'legal-basis', id: outcome.value.id } as const
    await noteChange(trx, by, record, { before: undefined, after: fieldsOfLegalBasis(data) }, now)
    return outcome
  })
}

/** Changes name and law. Refused where another one of its level has the name. */
export async function changeLegalBasis(
  db: Database,
  by: Editor,
  id: string,
  data: Pick<LegalBasisData, 'name' | 'law'>,
  now: Date,
): Promise<Outcome<{ id: string }, { readonly kind: 'already-registered' }>> {
  return inTransaction(db, async (trx) => {
    const before = await selectLegalBasis(trx, id)
    if (!(await updateLegalBasis(trx, id, data))) return refuse({ kind: 'already-registered' })
    const after = before && fieldsOfLegalBasis({ ...before, ...data })
    if (after) {
      await noteChange(trx, by, { register: 'legal-basis', id }, { before: fieldsOfLegalBasis(before), after }, now)
    }
    return done({ id })
  })
}

function fieldsOfLegalBasis({ name, law, level }: LegalBasisData): FormFields {
  return { nome: name, lei: law, nivel: level }
}
