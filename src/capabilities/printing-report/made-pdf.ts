import type { Actor } from '../../platform/actor.ts'
import type { Database } from '../../platform/db/index.ts'
import { insertMadePdf } from './printing.queries.ts'

/** Notes that somebody made the PDF of a document, so that what the printer tells can be joined with it. */
export function noteMadePdf(db: Database, actor: Actor, documentId: string, now: Date): Promise<void> {
  return insertMadePdf(db, { documentId, accountId: actor.userId, unitId: actor.unitId }, now)
}
