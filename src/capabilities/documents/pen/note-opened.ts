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
  const signed = document.signatureCount > 0
  const { kind, lockedAt, readRefusals } = document
  if (lockedAt || readRefusals.length > 0 || !readingLocks({ kind, signed }, readerOf(document, actor))) return false
  const cause = describeLockCause({ kind: 'read-elsewhere', unit: actor.unitAcronym })
  return inTransaction(db, async (trx) => {
    const locked = await lockOne(trx, document.id, cause, now)
    if (locked) await record(trx, actor, now, [lockEvent(document.caseFile.id, locked, cause)])
    return locked !== undefined
  })
}

/**
 * Whether the actor made it in another unit, where it may still be changed: here it is read, and reading locks nothing.
 */
export function isOwnOfAnotherUnit(document: Document, actor: Actor): boolean {
  const couldLock = readingLocks({ kind: document.kind, signed: document.signatureCount > 0 }, 'other-unit')
  return (
    readerOf(document, actor) === 'its-author' && couldLock && !document.lockedAt && document.readRefusals.length === 0
  )
}

function readerOf(document: Document, actor: Actor): Parameters<typeof readingLocks>[1] {
  if (document.isOurs) return 'producing-unit'
  if (document.signsHere || document.signsByCredential) return 'co-signing-unit'
  return document.createdBy === actor.userId ? 'its-author' : 'other-unit'
}
