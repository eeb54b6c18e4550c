import type { Database } from '../../../platform/db/index.ts'
import { readingKeys } from '../resources.rules.ts'
import { isRecorded, selectReaders } from './readers.queries.ts'

export const readersPageSize = 50

/** The readers of what has passed the gate and `maySeeReaders`, and whether all readings are being recorded. */
export async function findReaders(
  db: Database,
  subject: { readonly caseFileId: string } | { readonly documentId: string },
  number: number,
) {
  const kinds = 'caseFileId' in subject ? (['case-files', 'documents'] as const) : (['documents'] as const)
  // To ask who read it is no reading.
  const keys = kinds.flatMap((kind) => readingKeys(kind)).filter((key) => !key.endsWith('-readers'))
  const [readers, all] = await Promise.all([
    selectReaders(db, subject, keys, { size: readersPageSize, number }),
    isRecorded(db, keys),
  ])
  return { readers, isRecorded: all }
}
