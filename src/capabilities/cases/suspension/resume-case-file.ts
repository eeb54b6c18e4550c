import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { queueNotices } from '../../../platform/outbox/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { record } from '../../history/index.ts'
import { type CaseRefusal, refusalsToAct } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { refreshState } from '../state.queries.ts'
import { awaitedResumedMail } from './awaited-resumed.text.ts'
import { endSuspension, updateHoldingsSuspended, updateNewsOfWaiting, type WaitingRow } from './suspension.queries.ts'

/**
 * Ends a suspension: the case file is on the unit's desk again. Those that were suspended to wait for it stay suspended;
 * their units see that there is news (PRO-172).
 */
export async function resumeCaseFile(
  db: Database,
  actor: Actor,
  digits: string,
  now: Date,
): Promise<Outcome<true, CaseRefusal> | undefined> {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsToAct('resume', factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    await Promise.all([
      endSuspension(trx, actor, caseFile.id, now),
      updateHoldingsSuspended(trx, caseFile.id, false),
      refreshState(trx, caseFile.id),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event: { kind: 'case-resumed' } }]),
    ])
    await tellWaiting(trx, actor, caseFile, now)
    return done(true)
  })
}

/** Those that wait for it learn of it where they look: in their history, in the list of the unit, by e-mail (PRO-172). */
async function tellWaiting(db: Database, actor: Actor, resumed: CaseFile, now: Date): Promise<void> {
  const waiting = await updateNewsOfWaiting(db, actor, resumed.id, now)
  const hidden = (one: WaitingRow) => resumed.effectiveLevel === 'confidential' && one.level !== 'confidential'
  await Promise.all([
    record(
      db,
      actor,
      now,
      waiting.map((one) => ({
        caseFileId: one.id,
        event: { kind: 'awaited-resumed', other: hidden(one) ? '(sigiloso)' : resumed.number },
      })),
    ),
    queueNotices(
      db,
      awaitedResumedMail,
      waiting.flatMap((one) => (one.level === 'confidential' ? [] : noticesTo(one))),
    ),
  ])
}

function noticesTo({ number, emails }: WaitingRow) {
  return emails.map((recipient) => ({ recipient, values: { numero: number } }))
}
