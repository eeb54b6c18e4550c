import type { Database } from '../../../platform/db/index.ts'
import { deleteCopies, emptyVersions, insertEliminations, selectFilesOf } from './eliminations.queries.ts'

/** What was erased, for the others that keep something of it. */
export interface Erased {
  readonly documentIds: readonly string[]
  /** SHA-256 of stored files that no row of these documents needs any more. */
  readonly files: readonly string[]
}

/**
 * Erases the contents of all documents of a case file for ever, in the caller's transaction: texts of all versions, what
 * was being typed, answers of forms, extracted words. Tree, metadata, digests and history stay (MoReq2010's residual
 * entity). `term`: nº SEI of the term of elimination. SQL refuses where no listing, term, waiting and two people allow it.
 */
export async function eraseContents(
  trx: Database,
  elimination: { readonly caseFileId: string; readonly term: string },
  now: Date,
): Promise<Erased> {
  const documentIds = await insertEliminations(trx, elimination, now)
  await emptyVersions(trx, documentIds)
  await deleteCopies(trx, elimination.caseFileId, documentIds)
  return { documentIds, files: await selectFilesOf(trx, documentIds) }
}
