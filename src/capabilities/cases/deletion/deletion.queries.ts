import type { Database } from '../../../platform/db/index.ts'

/** The row stays, so that its number is never given again (PRO-210). */
export async function markDeleted(db: Database, caseFileId: string): Promise<void> {
  await db`update cases.case_file set state = 'deleted' where id = ${caseFileId}`
}
