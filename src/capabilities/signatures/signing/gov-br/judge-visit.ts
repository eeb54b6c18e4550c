import type { Actor } from '../../../../platform/actor.ts'
import { todayIn } from '../../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../../platform/db/index.ts'
import { type Document, documentLabel } from '../../../documents/index.ts'
import { selectSigningUnit } from '../../signatures.queries.ts'
import { foretell } from '../foretell.ts'
import { type Gathered, gatherToSign, refusalsOf } from '../gather-to-sign.ts'
import { explainSignRefusal } from '../sign-documents.text.ts'
import { explainGovBrRefusal } from './gov-br.text.ts'
import type { GovBrAttempt } from './visits.queries.ts'

/** A document that is not signed, and why, in sentences. */
export interface NotSigned {
  readonly number: string
  readonly label: string
  readonly reasons: readonly string[]
}

interface Judged {
  readonly free: readonly GovBrAttempt[]
  readonly refused: readonly NotSigned[]
}

/**
 * Which of the prepared declarations would still be those of a signature made now. It is asked before the service signs
 * anything: what changed while somebody was away is not signed there either. What is refused holds nothing else back, but
 * where it takes the number that another one counts on. Undefined where the capacity is no longer of the unit.
 */
export async function judgeVisit(
  db: Database,
  actor: Actor,
  visit: { readonly capacity: string; readonly attempts: readonly GovBrAttempt[] },
  now: Date,
): Promise<Judged | undefined> {
  const { capacity, attempts } = visit
  return inTransaction(db, async (trx) => {
    const unit = await selectSigningUnit(trx, actor, todayIn(now))
    if (!unit.capacities.includes(capacity)) return undefined
    const gathered = await gatherToSign(
      trx,
      actor,
      attempts.map(({ shown }) => shown),
      now,
    )
    const judged = gathered.map((found) => ({ found, refusals: refusalsOf(found, actor, 'gov-br') }))
    const refused = judged
      .filter(({ refusals }) => refusals.length > 0)
      .map(({ found, refusals }) => notSigned(found.document, refusals.map(explainSignRefusal)))
    let left = judged
      .filter(({ refusals }) => refusals.length === 0)
      .flatMap(({ found }) => {
        const attempt = attempts.find(({ shown }) => shown.number === found.shown.number)
        return attempt ? [{ found, token: attempt.token, attempt }] : []
      })
    const moved = (found: Gathered) => refused.push(notSigned(found.document, [explainGovBrRefusal({ kind: 'moved' })]))
    for (let settled = false; !settled && left.length > 0; ) {
      const foretold = await foretell(trx, actor, { unit, capacity, method: 'gov-br' }, left, now)
      const same = left.filter(({ attempt }, place) => attempt.declaration === foretold[place])
      settled = same.length === left.length
      for (const one of left) if (!same.includes(one)) moved(one.found)
      left = same
    }
    return { free: left.map(({ attempt }) => attempt), refused }
  })
}

function notSigned(document: Document, reasons: readonly string[]): NotSigned {
  return { number: document.number, label: documentLabel(document), reasons }
}
