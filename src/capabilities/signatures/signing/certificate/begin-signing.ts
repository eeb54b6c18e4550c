import type { Actor } from '../../../../platform/actor.ts'
import { todayIn } from '../../../../platform/calendar/index.ts'
import { type Database, inTransaction, type Transaction } from '../../../../platform/db/index.ts'
import { done, type Outcome, refuse, refused } from '../../../../platform/outcome.ts'
import { type SigningUnitRow, selectSigningUnit } from '../../signatures.queries.ts'
import { declarationText } from '../../signed-bytes.ts'
import { cover, type Gathered, gatherToSign, refusalsOf, type ShownDocument } from '../gather-to-sign.ts'
import type { SignRefusal } from '../sign-documents.text.ts'
import { type AttemptRow, insertAttempt, selectAttempt } from './attempts.queries.ts'

/** For how long a declaration may be signed after it was handed out. */
export const attemptLifeMs = 30 * 60_000

/**
 * Hands out the declaration that a signature by certificate is of: the same words that one by password states, but for
 * the moment. What it takes to know them (the number of the type, the version that holds it) is done and undone again:
 * an attempt that is given up leaves nothing. Undefined where the document is not there for this person.
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
    const declaration = await foretell(trx, actor, { ...request, unit }, found, now)
    const { token, shown, capacity } = request
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

class Undone extends Error {}

async function foretell(
  trx: Transaction,
  actor: Actor,
  as: { readonly unit: SigningUnitRow; readonly capacity: string; readonly token: string },
  found: Gathered,
  now: Date,
): Promise<string> {
  let declaration = ''
  try {
    await trx.savepoint(async (within) => {
      const { version, sha256 } = await cover(within, actor, found, now)
      declaration = declarationText(
        {
          number: found.document.number,
          kind: 'signature',
          version,
          accountId: actor.userId,
          signerName: actor.name,
          capacity: as.capacity,
          unitAcronym: as.unit.acronym,
          agencyAcronym: as.unit.agencyAcronym,
          method: 'certificate',
          sha256,
        },
        as.token,
      )
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return declaration
}
