import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { record } from '../../history/index.ts'
import type { Document } from '../document.ts'
import { lockEvent } from '../pen/lock-documents.ts'
import { lockOne } from '../pen/pen.queries.ts'
import { describeLockCause } from '../pen.text.ts'
import { clearPublication, setInPublication, setPublishedFrom } from './publication.queries.ts'

/**
 * The document is on its way to being published: its pen turns black (DOC-071) and nothing of it changes any more. In the
 * transaction of who publishes, with the document locked and found to be fit: signed, public, in force.
 */
export async function beginPublication(db: Database, actor: Actor, document: Document, now: Date): Promise<void> {
  const cause = describeLockCause({ kind: 'publication' })
  const locked = await lockOne(db, document.id, cause, now)
  await Promise.all([
    setInPublication(db, document.id),
    locked && record(db, actor, now, [lockEvent(document.caseFile.id, locked, cause)]),
  ])
}

/** From that moment on it is published, with the stamp on it (DOC-103); it may lie ahead. */
export function publishFrom(db: Database, documentId: string, from: Date, stamp: string): Promise<void> {
  return setPublishedFrom(db, documentId, from, stamp)
}

/** It is not going to be published after all. The pen stays black: somebody may have read it meanwhile. */
export function endPublication(db: Database, documentId: string): Promise<void> {
  return clearPublication(db, documentId)
}
