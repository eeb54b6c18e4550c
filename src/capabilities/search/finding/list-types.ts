import type { Database } from '../../../platform/db/index.ts'
import { selectTypes } from './resolve.queries.ts'

/** The types that filters offer. */
export interface TypeChoices {
  readonly cases: readonly { readonly value: string; readonly label: string }[]
  readonly documents: readonly { readonly value: string; readonly label: string }[]
}

/** The types of case files and documents to choose from, by name. Those no longer in use still stand on old ones. */
export async function listTypes(db: Database): Promise<TypeChoices> {
  const types = await selectTypes(db)
  const of = (kind: 'case' | 'document') =>
    types.flatMap((one) => (one.kind === kind ? [{ value: one.id, label: one.name }] : []))
  return { cases: of('case'), documents: of('document') }
}
