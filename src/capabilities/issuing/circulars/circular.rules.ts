import type { CaseRefusal } from '../../cases/index.ts'
import type { DraftRefusal } from '../../documents/index.ts'

/** As many as one bundle holds. */
export const mostAddressees = 100

/** What must be known to make a circular of a document. */
export interface CircularFacts {
  readonly caseRefusals: readonly CaseRefusal[]
  readonly isAuthored: boolean
  readonly isOurs: boolean
  readonly signed: boolean
  readonly cancelled: boolean
  /** Signature bundles hold no documents of confidential case files (BLO-020). */
  readonly confidential: boolean
  /** The template of its type names an addressee. */
  readonly typeHasAddressee: boolean
  /** Contacts that were chosen and have no document of this circular yet. */
  readonly addressees: number
}

export type CircularRefusal =
  | { readonly kind: 'case'; readonly why: CaseRefusal }
  | {
      readonly kind:
        | 'not-authored'
        | 'not-ours'
        | 'signed'
        | 'cancelled'
        | 'confidential'
        | 'type-without-addressee'
        | 'nobody'
        | 'too-many'
    }
  | { readonly kind: 'draft'; readonly why: DraftRefusal }
  | { readonly kind: 'bundle'; readonly message: string }

/** All the reasons against the circular; none means that each addressee gets a document (DOC-054). */
export function refusalsToMake(facts: CircularFacts): CircularRefusal[] {
  const when = (condition: boolean, kind: Exclude<CircularRefusal['kind'], 'case' | 'draft' | 'bundle'>) =>
    condition ? [{ kind }] : []
  return [
    ...facts.caseRefusals.map((why) => ({ kind: 'case', why }) as const),
    ...when(!facts.isAuthored, 'not-authored'),
    ...when(!facts.isOurs, 'not-ours'),
    ...when(facts.signed, 'signed'),
    ...when(facts.cancelled, 'cancelled'),
    ...when(facts.confidential, 'confidential'),
    ...when(facts.isAuthored && !facts.typeHasAddressee, 'type-without-addressee'),
    ...when(facts.addressees === 0, 'nobody'),
    ...when(facts.addressees > mostAddressees, 'too-many'),
  ]
}
