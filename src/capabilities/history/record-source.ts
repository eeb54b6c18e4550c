import type { Database } from '../../platform/db/index.ts'

/** A row of another capability as the seal sees it. */
export interface SealedRecord {
  /** What names the row within its kind: `123`, or `55/2`. */
  readonly key: string
  /** Every column that never changes, in text; large ones as their SHA-256. */
  readonly values: readonly (string | null)[]
}

/** A table whose rows are sealed beside the events. The application hands the sources down: history knows none of them. */
export interface RecordSource {
  /** One word, such as `assinatura`: it stands in the sealed bytes and in receipts. Never with a colon. */
  readonly kind: string
  /** Rows written by the transactions from ≤ tx < to, in a fixed order. Without an end: all from there on. */
  written(db: Database, fromTx: string, toTx: string | undefined): Promise<readonly SealedRecord[]>
  /** The rows with these keys that are there. */
  withKeys(db: Database, keys: readonly string[]): Promise<readonly SealedRecord[]>
}
