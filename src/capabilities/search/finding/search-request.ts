import type { Actor } from '../../../platform/actor.ts'

export type What = 'cases' | 'authored' | 'uploaded'

/** What somebody looks for, as read from a form: names are still names. */
export interface SearchRequest {
  /** In the syntax of `parseQuery`. */
  readonly text: string
  /** None: everything. */
  readonly what: readonly What[]
  /** Acronyms of the units that generated it; none for any. */
  readonly units: readonly string[]
  /** Also what the units generated that they succeed (EST-094). */
  readonly withPredecessors: boolean
  readonly ownAgency: boolean
  readonly passedHere: boolean
  readonly caseTypeId: string | undefined
  readonly documentTypeId: string | undefined
  /** Name of an interested party. */
  readonly party: string
  /** Words of the summary of a case file or of the description of a document, in the same syntax. */
  readonly summary: string
  /** The nº SEI, digits only. */
  readonly number: string
  /** Number within the type, as `12/2026`. */
  readonly typeNumber: string
  readonly treeName: string
  /** Login or name of who signed. */
  readonly signer: string
  /** Logins or names of who generated it; at most three. */
  readonly authors: readonly string[]
  /** `YYYY-MM-DD`, both included. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly dateOf: 'inclusion' | 'document'
  readonly order: 'date' | 'relevance'
}

/** A search for nothing in particular; requests are made from it. */
export const emptyRequest: SearchRequest = {
  text: '',
  what: [],
  units: [],
  withPredecessors: false,
  ownAgency: false,
  passedHere: false,
  caseTypeId: undefined,
  documentTypeId: undefined,
  party: '',
  summary: '',
  number: '',
  typeNumber: '',
  treeName: '',
  signer: '',
  authors: [],
  from: undefined,
  to: undefined,
  dateOf: 'inclusion',
  order: 'date',
}

/** Who looks: a person in a unit, or anybody on the public face under the installation's limits (AUD-021). */
export type Audience =
  | { readonly kind: 'unit'; readonly actor: Actor }
  | {
      readonly kind: 'public'
      /** Case types that the installation keeps off the public face. */
      readonly hiddenTypes: readonly string[]
      /** Content older than this day is not shown. */
      readonly contentFrom: string | undefined
    }

/** The name given to a filter fits nobody and nothing. */
export interface UnknownName {
  readonly field: 'units' | 'party' | 'signer' | 'authors'
  readonly name: string
}
