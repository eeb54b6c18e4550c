import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { findLinked } from '../linked-case-file.ts'
import { updateOutcome } from './booking.queries.ts'
import { findCommitment } from './find-commitment.ts'
import { tellRequester } from './tell-requesters.ts'

export const settledStates = ['held', 'no-show', 'cancelled'] as const

export interface Settling {
  readonly id: string
  readonly state: (typeof settledStates)[number]
  /** What follows of it, or why it was cancelled. */
  readonly outcome: string
  readonly caseNumber: string | undefined
}

export type SettlingRefusal = {
  readonly kind: 'not-yet' | 'was-held' | 'needs-reason' | 'cancelled' | 'no-such-case-file' | 'confidential-case-file'
}

/**
 * Says that it was held, that nobody came, or that it is cancelled, with what follows of it, in a case file where there is
 * one (FLX-071). Undefined: there is no such commitment for this person.
 */
export async function settleCommitment(
  db: Database,
  actor: Actor,
  { id, state, outcome, caseNumber }: Settling,
  now: Date,
): Promise<Outcome<true, SettlingRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const before = await findCommitment(trx, actor, id, 'locked', now)
    if (!before) return undefined
    if (before.state === 'cancelled') return refuse({ kind: 'cancelled' })
    if (state === 'cancelled' && before.state === 'held') return refuse({ kind: 'was-held' })
    if (state === 'cancelled' && outcome.length < 3) return refuse({ kind: 'needs-reason' })
    if (state !== 'cancelled' && before.from > now) return refuse({ kind: 'not-yet' })
    const caseFile = caseNumber ? await findLinked(trx, actor, { digits: caseNumber }, now) : undefined
    if (caseNumber && !caseFile) return refuse({ kind: 'no-such-case-file' })
    if (caseFile?.effectiveLevel === 'confidential' && before.reservedBasis === null) {
      return refuse({ kind: 'confidential-case-file' })
    }
    await updateOutcome(trx, actor, { id, state, outcome, caseFileId: caseFile?.id ?? null }, now)
    if (state === 'cancelled' && before.requestId && before.from > now) await tellRequester(trx, id, 'cancelled')
    return done(true)
  })
}
