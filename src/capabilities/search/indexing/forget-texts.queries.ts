import type { Database } from '../../../platform/db/index.ts'

/** Takes documents out of the index at once, in the caller's transaction. */
export async function forgetTexts(trx: Database, documentIds: readonly string[]): Promise<void> {
  await trx`delete from search.document_text where document_id = any (${[...documentIds]}::bigint[])`
}
