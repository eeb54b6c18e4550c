import type { NumberedKind } from './flood-acts.ts'

/** What the process of the workers is told. */
export interface FloodTask {
  readonly address: string
  readonly seed: string
  readonly password: string
  readonly people: readonly { readonly login: string; readonly unit: string }[]
  /** How many acts they do in all. */
  readonly acts: number
  /** When they stop in any case, as milliseconds since 1970. */
  readonly until: number
  /** Each act two to five times at once, some again much later, some with other words under the same key. */
  readonly copies: boolean
  readonly ledgerFile: string
}

/** One act as its worker saw it: a line of the ledger. */
export interface FloodLine {
  readonly kind: NumberedKind
  readonly token: string
  /** Where its answer led; every further answer must lead there too. */
  readonly answer: string
  readonly others: readonly string[]
  readonly sent: number
  /** Sent again when it had long been answered. */
  readonly again: number
  /** The answer to other words under the same key; 0 where that was not tried. */
  readonly otherWords: number
  readonly refused: string
}
