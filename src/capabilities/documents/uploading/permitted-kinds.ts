import type { Database } from '../../../platform/db/index.ts'
import { type FileKind, fileKinds } from '../../../platform/file-kinds/index.ts'
import { selectFileLimits } from './uploading.queries.ts'

/** The largest file that any kind may be, whatever the administrator sets: what the server is ready to receive. */
export const largestFileBytes = 1024 * 1024 * 1024

/** The kinds of file that this installation accepts, each with its limit (EST-044). */
export async function permittedKinds(db: Database): Promise<readonly FileKind[]> {
  const limits = await selectFileLimits(db)
  return fileKinds
    .map((kind) => {
      const limit = limits[kind.extension]
      return typeof limit === 'number' && limit >= 0 ? { ...kind, maxBytes: Math.min(limit, largestFileBytes) } : kind
    })
    .filter(({ maxBytes }) => maxBytes > 0)
}

/** The largest limit of all kinds: beyond it no file is accepted, whatever it is. */
export function largestLimit(kinds: readonly FileKind[]): number {
  return Math.max(0, ...kinds.map(({ maxBytes }) => maxBytes))
}
