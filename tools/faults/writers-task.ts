import type { ActKind } from './ledger.ts'

/** What the process of the writers is told. */
export interface WritersTask {
  readonly address: string
  readonly folder: string
  readonly seed: string
  /** Part of every token, so that two campaigns on one house do not meet. */
  readonly mark: string
  readonly password: string
  readonly people: readonly { readonly login: string; readonly unit: string }[]
  readonly first: readonly ActKind[]
}
