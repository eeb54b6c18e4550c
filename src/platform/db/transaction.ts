import type { Database, Pool, Transaction } from './pool.ts'

/** The transaction could not be settled after several tries; nothing was done. */
export class TransactionLost extends Error {
  override readonly name = 'TransactionLost'
}

const tries = 4
const retryableCodes = new Set(['40001', '40P01'])

/**
 * Runs the work in one transaction, or inside the caller's where there already is one. A deadlock or a serialization
 * failure is tried again from the start, so the work must have no effect outside the database.
 */
export async function inTransaction<Value>(db: Database, work: (trx: Transaction) => Promise<Value>): Promise<Value> {
  if (!isPool(db)) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return (await db.begin((trx) => work(trx))) as Value
    } catch (error) {
      if (!retryable(error)) throw error
      if (attempt === tries) throw new TransactionLost('the transaction was given up after deadlocks', { cause: error })
    }
  }
}

/** Whether the same work may simply be done again: PostgreSQL chose this transaction as the loser. */
export function retryable(error: unknown): boolean {
  return retryableCodes.has((error as { code?: string } | null)?.code ?? '')
}

function isPool(db: Database): db is Pool {
  return 'begin' in db
}
