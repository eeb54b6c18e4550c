import { inTransaction, type Pool } from '../../../platform/db/index.ts'
import type { Log } from '../../../platform/log/index.ts'
import {
  deletePending,
  indexCaseFiles,
  indexDocuments,
  selectPendingIds,
  setProblem,
  takePending,
} from './indexing.queries.ts'

const batch = 100
/** A round ends after so many batches, so that the house can close in the middle of a big load. */
const mostBatches = 50

/**
 * Indexes what waits in the queue. Answers how many rows of it were done. Any number of nodes may do it at once.
 *
 * One document that cannot be indexed holds up nothing: its batch is done one by one, and it is put aside with a line in
 * the log.
 */
export async function indexPending(db: Pool, log: Log, clock: () => Date): Promise<number> {
  let done = 0
  for (let round = 0; round < mostBatches; round += 1) {
    const count = await indexBatch(db, clock()).catch(() => indexOneByOne(db, log, clock))
    done += count
    if (count < batch) break
  }
  return done
}

async function indexBatch(db: Pool, now: Date, onlyId?: string): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { pendingIds, documentIds, caseFileIds } = await takePending(trx, batch, onlyId)
    if (pendingIds.length === 0) return 0
    // Long texts take their time; nobody waits for them.
    await trx`set local statement_timeout = '5min'`
    // Read after the locks were taken, so that nothing older than the change is written.
    await Promise.all([
      documentIds.length > 0 ? indexDocuments(trx, documentIds, now) : undefined,
      caseFileIds.length > 0 ? indexCaseFiles(trx, caseFileIds, now) : undefined,
      deletePending(trx, pendingIds),
    ])
    return pendingIds.length
  })
}

async function indexOneByOne(db: Pool, log: Log, clock: () => Date): Promise<number> {
  const ids = await selectPendingIds(db, batch)
  let done = 0
  for (const id of ids) {
    try {
      done += await indexBatch(db, clock(), id)
    } catch (error) {
      // Where the database itself is away, this fails too, and everything stays in the queue.
      await setProblem(db, id, String((error as Error).message))
      log.error({ err: error, pending: id }, 'a text could not be indexed and was put aside')
    }
  }
  return done
}
