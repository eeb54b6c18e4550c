import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { beginBatch, selectBatch } from './batches.queries.ts'
import { runBatchTask } from './run-batch.ts'

/**
 * Begins the documents of a list without problems, once however often it is asked. Answers its id; undefined when there is
 * no such list of this person here.
 */
export async function beginList(db: Database, actor: Actor, id: string, now: Date): Promise<string | undefined> {
  const batch = /^\d{1,15}$/.test(id) ? await selectBatch(db, actor, id) : undefined
  if (!batch) return undefined
  if (await beginBatch(db, batch.id, now)) await enqueue(db, runBatchTask, { batchId: batch.id })
  return batch.id
}
