import type { Database } from '../../../platform/db/index.ts'
import type { FileOwner } from './receive-files.ts'
import { takeWaiting } from './waiting-files.queries.ts'

/** A file that was received and found right, on its way to something else than a document of its own. */
export interface TakenFile {
  readonly fileName: string
  readonly mediaType: string
  readonly extension: string
  readonly sha256: string
  readonly sizeBytes: number
}

/** Takes received files out of the waiting room: sent twice, they are there once. */
export async function takeReceived(db: Database, owner: FileOwner, ids: readonly string[]): Promise<TakenFile[]> {
  const rows = await takeWaiting(db, owner, ids)
  return rows.flatMap(({ fileName, mediaType, extension, sha256, sizeBytes }) =>
    sha256 && mediaType && extension ? [{ fileName, mediaType, extension, sha256, sizeBytes: Number(sizeBytes) }] : [],
  )
}
