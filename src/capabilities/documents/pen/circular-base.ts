import type { Database } from '../../../platform/db/index.ts'

/**
 * From now on the document is the base of a circular, which nobody signs (DOC-055); a badge in the tree says so. False
 * where it is signed already. In the transaction of who makes the circular, with the document locked.
 */
export async function becomeCircularBase(db: Database, documentId: string): Promise<boolean> {
  const { count } = await db`
    update documents.document set role = 'circular-base'
     where id = ${documentId} and kind = 'authored' and signature_count = 0 and state = 'active'
       and role is distinct from 'email'`
  return count === 1
}
