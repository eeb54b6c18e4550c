import { todayIn } from '../../../platform/calendar/index.ts'
import { inTransaction } from '../../../platform/db/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { draftDocument, explainDraft } from '../../documents/index.ts'
import { endBatch, selectAsker, selectRunning, settleRow, takeNextRow } from './batches.queries.ts'

/** The job that makes the documents of a list. */
export const runBatchTask = 'issuing.batch'

/**
 * Makes the documents of a list, each with its row in one transaction: cut off anywhere, it goes on where it was, and no
 * row is done twice. What the person may not do any more is told row by row.
 */
export async function runBatch(platform: Platform, payload: unknown): Promise<void> {
  const batchId = String((payload as { batchId?: unknown } | null)?.batchId ?? '')
  if (!/^\d{1,15}$/.test(batchId)) return
  const batch = await selectRunning(platform.db, batchId)
  if (!batch) return
  while (await makeNext(platform, batchId, batch)) {
    // One row after the other.
  }
  await endBatch(platform.db, batchId, platform.clock())
}

async function makeNext(
  { db, clock }: Platform,
  batchId: string,
  batch: NonNullable<Awaited<ReturnType<typeof selectRunning>>>,
): Promise<boolean> {
  const now = clock()
  return inTransaction(db, async (trx) => {
    const row = await takeNextRow(trx, batchId)
    if (!row) return false
    const actor = await selectAsker(trx, batch, todayIn(now))
    const may = actor?.permissions.has('documents.write')
    const request = { ...batch.request, caseDigits: row.caseDigits, fields: row.fields }
    const outcome = actor && may ? await draftDocument(trx, actor, request, now) : undefined
    const problem = outcome
      ? outcome.done
        ? undefined
        : outcome.refusals.map((why) => explainDraft(why).message).join(' ')
      : 'O processo não está mais disponível para quem pediu, ou falta permissão.'
    const result = outcome?.done ? { documentNumber: outcome.value.number } : { problem: problem ?? '' }
    await settleRow(trx, { batchId, line: row.line }, result)
    return true
  })
}
