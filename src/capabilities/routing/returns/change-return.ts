import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import { findCaseFile } from '../../cases/index.ts'
import { dueOfTerm, type Term } from '../../deadlines/index.ts'
import { type CaseEvent, record } from '../../history/index.ts'
import { type ReturnRefusal, refusalsToExtend } from './return.rules.ts'
import { type ReturnRow, selectAskedReturn, updateReturnDue } from './returns.queries.ts'

type Changed = Outcome<ReturnRow & { readonly newDue: LocalDate | undefined }, ReturnRefusal>

/**
 * Puts off the day of a return that the actor's unit asked for: never to an earlier day, never once it came back
 * (PRO-152). Undefined where this unit asked for no such return.
 */
export async function extendReturn(
  db: Database,
  actor: Actor,
  id: string,
  term: Term | undefined,
  now: Date,
): Promise<Changed | undefined> {
  return changeReturn(db, actor, id, now, async (trx, row) => {
    const newDue = term && (await dueOfTerm(trx, actor.agencyId, term))
    const refusals = refusalsToExtend({ ...row, returnedOn: row.returnedOn ?? undefined }, newDue, todayIn(now))
    return { refusals, newDue, event: { kind: 'return-extended', unit: row.unit, from: row.due, to: newDue ?? '' } }
  })
}

/** Gives up a return that the actor's unit asked for, while it is awaited (PRO-152). */
export async function excludeReturn(db: Database, actor: Actor, id: string, now: Date): Promise<Changed | undefined> {
  return changeReturn(db, actor, id, now, async (_trx, row) => ({
    refusals: row.returnedOn ? [{ kind: 'already-returned' }] : [],
    newDue: undefined,
    event: { kind: 'return-excluded', unit: row.unit, due: row.due },
  }))
}

async function changeReturn(
  db: Database,
  actor: Actor,
  id: string,
  now: Date,
  decide: (
    trx: Database,
    row: ReturnRow,
  ) => Promise<{ refusals: readonly ReturnRefusal[]; newDue: LocalDate | undefined; event: CaseEvent }>,
): Promise<Changed | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  return inTransaction(db, async (trx) => {
    const asked = await selectAskedReturn(trx, actor, id)
    const caseFile = asked && (await findCaseFile(trx, actor, { id: asked.caseFileId }, 'locked', now))
    // Read again under the lock of the case file: it may have come back a moment ago.
    const row = caseFile && (await selectAskedReturn(trx, actor, id))
    if (!row) return undefined
    const { refusals, newDue, event } = await decide(trx, row)
    const refusal = refused(refusals)
    if (refusal) return refusal
    await Promise.all([
      updateReturnDue(trx, id, newDue ?? null),
      record(trx, actor, now, [{ caseFileId: row.caseFileId, event }]),
    ])
    return done({ ...row, newDue })
  })
}
