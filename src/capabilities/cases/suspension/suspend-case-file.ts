import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile, findTwoCaseFiles } from '../find-case-file.ts'
import { refreshState } from '../state.queries.ts'
import { insertSuspension, updateHoldingsSuspended } from './suspension.queries.ts'

export interface SuspendRequest {
  readonly digits: string
  /** 1 to 500 characters. */
  readonly reason: string
  /** Digits of the case file that it waits for. */
  readonly linkedDigits: string | undefined
}

export type SuspendRefusal =
  | CaseRefusal
  | { readonly kind: 'linked-not-found' }
  | { readonly kind: 'linked-itself' }
  /** Its number would be told in a history that others read. */
  | { readonly kind: 'linked-confidential' }

/**
 * Suspends a case file that is open in the actor's unit alone (PRO-170): it leaves the desk and nothing is included,
 * signed or sent until it is resumed, while reading and searching go on (PRO-171). @term sobrestamento
 */
export async function suspendCaseFile(
  db: Database,
  actor: Actor,
  request: SuspendRequest,
  now: Date,
): Promise<Outcome<true, SuspendRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const { digits, reason, linkedDigits } = request
    const [caseFile, linked] = linkedDigits
      ? await findTwoCaseFiles(trx, actor, digits, linkedDigits, now)
      : [await findCaseFile(trx, actor, { digits }, 'locked', now), undefined]
    if (!caseFile) return undefined
    const refusal = refused<SuspendRefusal>([
      ...refusalsToAct('suspend', factsToAct(caseFile, actor.unitId)),
      ...(linkedDigits && !linked ? [{ kind: 'linked-not-found' } as const] : []),
      ...(linked?.id === caseFile.id ? [{ kind: 'linked-itself' } as const] : []),
      ...(linked?.effectiveLevel === 'confidential' && caseFile.effectiveLevel !== 'confidential'
        ? [{ kind: 'linked-confidential' } as const]
        : []),
    ])
    if (refusal) return refusal
    const event = { kind: 'case-suspended', reason, ...(linked ? { linkedTo: linked.number } : {}) } as const
    await Promise.all([
      insertSuspension(trx, actor, { caseFileId: caseFile.id, reason, linkedId: linked?.id }, now),
      updateHoldingsSuspended(trx, caseFile.id, true),
      refreshState(trx, caseFile.id),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event }]),
    ])
    return done(true)
  })
}
