import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { refreshEffectiveLevel } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { labelForHistory } from '../document.ts'
import { refusalsOfAct } from '../document-facts.ts'
import { findDocument } from '../find-document.ts'
import { type CancelRefusal, refusalsOfTerm } from './cancellation-term.rules.ts'
import { isOursToKeep } from './change-data.ts'
import { isTermRequired, removeDocument } from './keeping.queries.ts'

/**
 * Takes a document out of the tree, while it has not left the unit (DOC-080). Its number is never used again, and the
 * history keeps its name (DOC-081). Undefined when there is no such document for this actor.
 */
export async function deleteDocument(
  db: Database,
  actor: Actor,
  request: { readonly number: string },
  now: Date,
): Promise<Outcome<{ caseDigits: string }, CancelRefusal> | undefined> {
  return remove(db, actor, { ...request, kind: 'deleted', reason: '' }, now)
}

/**
 * Takes its effect from a document that can no longer be deleted: it stays in the tree with the reason, its content is
 * closed to all and kept (DOC-083, DOC-085). Undefined when there is no such document for this actor.
 */
export async function cancelDocument(
  db: Database,
  actor: Actor,
  request: { readonly number: string; readonly reason: string; readonly termNumber?: string | undefined },
  now: Date,
): Promise<Outcome<{ caseDigits: string }, CancelRefusal> | undefined> {
  return remove(db, actor, { ...request, kind: 'cancelled' }, now)
}

/** Whether the installation wants a signed term before a document is cancelled (DOC-084). */
export function asksForTerm(db: Database): Promise<boolean> {
  return isTermRequired(db)
}

interface Removal {
  readonly number: string
  readonly kind: 'deleted' | 'cancelled'
  readonly reason: string
  readonly termNumber?: string | undefined
}

async function remove(
  db: Database,
  actor: Actor,
  { number, kind, reason, termNumber }: Removal,
  now: Date,
): Promise<Outcome<{ caseDigits: string }, CancelRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const document = await findDocument(trx, actor, number, 'locked', now)
    if (!document || !isOursToKeep(document)) return undefined
    const action = kind === 'deleted' ? 'delete' : 'cancel'
    const term = termNumber ? await findDocument(trx, actor, termNumber, 'reading', now) : undefined
    const refusal = refused<CancelRefusal>([
      ...refusalsOfAct(action, 'change', document, actor.unitId),
      ...(kind === 'cancelled' ? refusalsOfTerm(document, await isTermRequired(trx), termNumber, term) : []),
    ])
    if (refusal) return refusal
    const { caseFile, id } = document
    const label = labelForHistory(document)
    await Promise.all([
      removeDocument(trx, id, { kind, reason, termId: term?.id, accountId: actor.userId, unitId: actor.unitId }, now),
      record(trx, actor, now, [
        {
          caseFileId: caseFile.id,
          documentId: id,
          event:
            kind === 'deleted'
              ? { kind: 'document-deleted', document: label }
              : {
                  kind: 'document-cancelled',
                  document: label,
                  reason,
                  ...(term ? { term: labelForHistory(term) } : {}),
                },
        },
      ]),
    ])
    await refreshEffectiveLevel(trx, actor, caseFile.id, now)
    return done({ caseDigits: caseFile.digits })
  })
}
