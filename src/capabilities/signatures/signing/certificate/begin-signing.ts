import type { Actor } from '../../../../platform/actor.ts'
import { todayIn } from '../../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../../platform/outcome.ts'
import { selectSigningUnit } from '../../signatures.queries.ts'
import { foretell } from '../foretell.ts'
import { gatherToSign, refusalsOf, type ShownDocument } from '../gather-to-sign.ts'
import type { SignRefusal } from '../sign-documents.text.ts'
import { type AttemptRow, insertAttempt, selectAttempt } from './attempts.queries.ts'

/** For how long a declaration may be signed after it was handed out. */
export const attemptLifeMs = 30 * 60_000

/**
 * Hands out the declaration that a signature by certificate is of: the same words that one by password states, but for
 * the moment. An attempt that is given up leaves nothing. Undefined where the document is not there for this person.
 */
export async function beginSigning(
  db: Database,
  actor: Actor,
  request: { readonly shown: ShownDocument; readonly capacity: string; readonly token: string },
  now: Date,
): Promise<Outcome<AttemptRow, SignRefusal | { readonly kind: 'capacity-not-of-unit' }> | undefined> {
  return inTransaction(db, async (trx) => {
    const unit = await selectSigningUnit(trx, actor, todayIn(now))
    if (!unit.capacities.includes(request.capacity)) return refuse({ kind: 'capacity-not-of-unit' })
    const [found] = await gatherToSign(trx, actor, [request.shown], now)
    if (!found) return undefined
    const refusal = refused(refusalsOf(found, actor, 'certificate'))
    if (refusal) return refusal
    const { token, shown, capacity } = request
    const as = { unit, capacity, method: 'certificate' } as const
    const [declaration = ''] = await foretell(trx, actor, as, [{ found, token }], now)
    const expiresAt = new Date(now.getTime() + attemptLifeMs)
    const attempt = { token, shown, capacity, declaration, documentId: found.document.id, expiresAt }
    await insertAttempt(trx, actor.userId, attempt, now)
    return done(attempt)
  })
}

/** The attempt of this person at this document, while it is good. */
export function findAttempt(
  db: Database,
  actor: Actor,
  asked: { readonly number: string; readonly token: string },
  now: Date,
): Promise<AttemptRow | undefined> {
  return selectAttempt(db, { ...asked, accountId: actor.userId }, now)
}
