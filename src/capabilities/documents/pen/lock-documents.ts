import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type EventToRecord, record } from '../../history/index.ts'
import { documentLabel } from '../document.ts'
import type { LockCause } from '../pen.rules.ts'
import { describeLockCause } from '../pen.text.ts'
import { type LockedRow, lockAll, lockOne } from './pen.queries.ts'

/**
 * The pen of all that is signed or uploaded in a case file turns black: it left the unit's hands (DOC-071). Called by
 * who sends or concludes, in that transaction, with the case file locked. Drafts stay drafts. Answers how many.
 */
export async function lockDocuments(
  db: Database,
  actor: Actor,
  caseFileId: string,
  cause: LockCause,
  now: Date,
): Promise<number> {
  const words = describeLockCause(cause)
  const locked = await lockAll(db, caseFileId, words, now)
  await record(
    db,
    actor,
    now,
    locked.map((row) => lockEvent(caseFileId, row, words)),
  )
  return locked.length
}

/** The same for documents that went out by post, of case files held by the caller. */
export async function lockPosted(
  db: Database,
  actor: Actor,
  documents: readonly { readonly id: string; readonly caseFileId: string }[],
  now: Date,
): Promise<void> {
  const cause = describeLockCause({ kind: 'posted', unit: actor.unitAcronym })
  for (const { id, caseFileId } of documents) {
    const locked = await lockOne(db, id, cause, now)
    if (locked) await record(db, actor, now, [lockEvent(caseFileId, locked, cause)])
  }
}

export function lockEvent(caseFileId: string, row: LockedRow, cause: string): EventToRecord {
  const document = documentLabel({ ...row, typeNumber: row.typeNumber ?? undefined })
  return { caseFileId, documentId: row.id, event: { kind: 'document-locked', document, cause } }
}
