import type { Database } from '../../../platform/db/index.ts'

/**
 * From now on the document is the base of a circular, which nobody signs (DOC-055); a badge in the tree says so. False
 * where it is signed already. In the transaction of who makes the circular, with the document locked. Asked in a `case`,
 * which leaves PostgreSQL no index but that of the id.
 */
export async function becomeCircularBase(db: Database, documentId: string): Promise<boolean> {
  const { count } = await db`
    update documents.document set role = 'circular-base'
     where id = ${documentId}
       and case when kind = 'authored' and signature_count = 0 and state = 'active' then role is distinct from 'email' else false end`
  return count === 1
}
