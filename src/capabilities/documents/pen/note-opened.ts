import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import type { Document } from '../document.ts'
import { readingLocks } from '../pen.rules.ts'
import { describeLockCause } from '../pen.text.ts'
import { lockEvent } from './lock-documents.ts'
import { lockOne } from './pen.queries.ts'

/**
 * To be told whenever the content of a document is shown: read by another unit, what is signed or uploaded turns black
 * (DOC-071, DOC-074). Costs nothing for the unit's own documents and for what is black already. Answers whether it did.
 */
export async function noteOpened(db: Database, actor: Actor, document: Document, now: Date): Promise<boolean> {
  const signs = document.signsHere || document.signsByCredential
  const reader = document.isOurs ? 'producing-unit' : signs ? 'co-signing-unit' : 'other-unit'
  const signed = document.signatureCount > 0
  if (document.lockedAt || document.readRefusals.length > 0 || !readingLocks({ kind: document.kind, signed }, reader))
    return false
  const cause = describeLockCause({ kind: 'read-elsewhere', unit: actor.unitAcronym })
  return inTransaction(db, async (trx) => {
    const locked = await lockOne(trx, document.id, cause, now)
    if (locked) await record(trx, actor, now, [lockEvent(document.caseFile.id, locked, cause)])
    return locked !== undefined
  })
}
