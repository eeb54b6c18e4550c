import type { Actor } from '../../platform/actor.ts'
import { type Document, isAtHand, refusalsOfAct } from '../documents/index.ts'

/** What one person may do in the review of one document. */
export interface ReviewAccess {
  /** Comments, suggestions and requests are there at all. */
  readonly sees: boolean
  /** Says something about the text: nobody has signed it yet. */
  readonly speaks: boolean
  /** Takes suggestions into the text or leaves them. */
  readonly decides: boolean
  /** Asks others to review. */
  readonly asks: boolean
}

/**
 * Seen by who may write in the draft and by who was asked to review it, and by nobody else; once it is signed, only by
 * the unit that keeps it, as a record.
 */
export function reviewAccess(document: Document, actor: Actor): ReviewAccess {
  const isText = document.kind === 'authored' && document.state === 'active' && document.readRefusals.length === 0
  const writes = actor.permissions.has('documents.write')
  const sees =
    isText && (document.isDraft ? document.reviewsHere || (writes && isAtHand(document)) : writes && document.isOurs)
  const speaks = sees && document.isDraft
  const mayEdit =
    speaks &&
    writes &&
    isAtHand(document) &&
    refusalsOfAct('edit-content', 'include-document', document, actor.unitId).length === 0
  return { sees, speaks, decides: mayEdit, asks: mayEdit && document.isOurs }
}
