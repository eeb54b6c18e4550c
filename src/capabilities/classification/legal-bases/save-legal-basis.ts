import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { type ListOf, type ListRequest, listOf } from '../../organization/index.ts'
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

/** Changes name and law. Refused where another one of its level has the name. */
export async function changeLegalBasis(
  db: Database,
  id: string,
  data: Pick<LegalBasisData, 'name' | 'law'>,
): Promise<Outcome<true, { readonly kind: 'already-registered' }>> {
  return (await updateLegalBasis(db, id, data)) ? done(true) : refuse({ kind: 'already-registered' })
}
