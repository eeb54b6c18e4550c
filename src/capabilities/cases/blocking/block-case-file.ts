import type { Actor } from '../../../platform/actor.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { refusalsOfAct } from '../administrative-acts.rules.ts'
import type { CaseRefusal } from '../case-actions.rules.ts'
import type { CaseFile } from '../case-file.ts'
import { factsToAct } from '../facts-to-act.ts'
import { findCaseFile } from '../find-case-file.ts'
import { refreshState } from '../state.queries.ts'
import { type BlockingRow, endBlocking, insertBlocking, selectBlocking } from './blocking.queries.ts'

/** An order not to write to a case file: who gave it, where, when and why. */
export type Blocking = BlockingRow
type Blocked = Promise<Outcome<true, CaseRefusal> | undefined>

/**
 * Blocks a case file, by order or while it is outside the house (PRO-200): it may be read, and nothing is written to it
 * until it is unblocked. `reason`: 1 to 500 characters.
 */
export async function blockCaseFile(
  db: Database,
  actor: Actor,
  { digits, reason }: { readonly digits: string; readonly reason: string },
  now: Date,
): Blocked {
  const event = { kind: 'case-blocked', reason } as const
  return change(db, actor, { digits, act: 'block', event }, now, (trx, { id }) =>
    insertBlocking(trx, actor, id, reason, now),
  )
}

/** Ends the blocking: the case file is as it was, suspended if it was suspended. */
export async function unblockCaseFile(db: Database, actor: Actor, digits: string, now: Date): Blocked {
  const event = { kind: 'case-unblocked' } as const
  return change(db, actor, { digits, act: 'unblock', event }, now, (trx, { id }) => endBlocking(trx, actor, id, now))
}

/** Since when, by whom and why; undefined where it is not blocked. The case file has passed the gate. */
export function blockingOf(db: Database, caseFile: Pick<CaseFile, 'id'>): Promise<Blocking | undefined> {
  return selectBlocking(db, caseFile.id)
}

async function change(
  db: Database,
  actor: Actor,
  { digits, act, event }: { readonly digits: string; readonly act: 'block' | 'unblock'; readonly event: CaseEvent },
  now: Date,
  carryOut: (trx: Database, caseFile: CaseFile) => Promise<void>,
): Blocked {
  return inTransaction(db, async (trx) => {
    const caseFile = await findCaseFile(trx, actor, { digits }, 'locked', now)
    if (!caseFile) return undefined
    const refusal = refused(refusalsOfAct(act, factsToAct(caseFile, actor.unitId)))
    if (refusal) return refusal
    await Promise.all([
      carryOut(trx, caseFile),
      refreshState(trx, caseFile.id),
      record(trx, actor, now, [{ caseFileId: caseFile.id, event }]),
    ])
    return done(true)
  })
}
