import type { Database } from '../../platform/db/index.ts'
import { emptySignedContents } from './signed-contents.queries.ts'

/**
 * Erases the bytes that were signed of documents whose contents are being eliminated, in that transaction. Signatures stay,
 * with the digest of what they covered; so does the digest under which the bytes were sealed.
 */
export async function eraseSignedContents(trx: Database, documentIds: readonly string[]): Promise<void> {
  await emptySignedContents(trx, documentIds)
}
