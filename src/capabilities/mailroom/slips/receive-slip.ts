import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { ItemOutcome } from './slip.rules.ts'
import { type SlipRow, selectPositions, selectSlip, settleSlip } from './slips.queries.ts'

export interface ReceiveSlipRequest {
  readonly id: string
  readonly receiverName: string
  readonly receiverDocument: string
  /** By place on the slip; what is not named was received. */
  readonly outcomes: ReadonlyMap<number, ItemOutcome>
}

export type ReceiveSlipRefusal = { readonly kind: 'already-settled' }

/**
 * Signs for a slip: each thing on it received, missing or refused, so that none stays pending (FLX-058). What was not
 * received may go out again. By the unit it was sent to, or by that which sent it, from the paper that came back.
 */
export async function receiveSlip(
  db: Database,
  actor: Actor,
  request: ReceiveSlipRequest,
  now: Date,
): Promise<Outcome<SlipRow, ReceiveSlipRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const slip = await selectSlip(trx, actor, request.id, 'locked')
    if (!slip) return undefined
    const positions = await selectPositions(trx, slip.id)
    const outcomes = positions.map((position) => ({
      position,
      outcome: request.outcomes.get(position) ?? ('received' as const),
    }))
    const { receiverName, receiverDocument } = request
    const settled = await settleSlip(trx, actor, { id: slip.id, receiverName, receiverDocument, outcomes }, now)
    return settled ? done(slip) : refuse({ kind: 'already-settled' })
  })
}
