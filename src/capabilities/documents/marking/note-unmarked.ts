import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import { type Document, labelForHistory } from '../document.ts'
import { explainUnmarked } from './mark.text.ts'
import type { Unmarked } from './mark-pdf.ts'

/** The history tells that a confidential file leaves without the mark, before a byte of it does. */
export async function noteUnmarked(
  db: Database,
  actor: Actor,
  document: Document,
  why: Unmarked,
  now: Date,
): Promise<void> {
  const event = {
    kind: 'unmarked-file-taken',
    document: labelForHistory(document),
    why: explainUnmarked(why),
  } as const
  await inTransaction(db, (trx) =>
    record(trx, actor, now, [{ caseFileId: document.caseFile.id, documentId: document.id, event }]),
  )
}
