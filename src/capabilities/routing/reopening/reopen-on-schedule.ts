import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { changeHoldings } from '../../cases/index.ts'
import { record } from '../../history/index.ts'
import { type DueReopening, lockDueReopening, selectDueReopenings, updateReopened } from './reopening.queries.ts'

const most = 100

/**
 * Reopens what units scheduled for today or before (PRO-127), each in a transaction of its own: on the desk of the unit it
 * is as if it had been sent there, unread. What lies there already needs nothing. Answers how many were reopened.
 */
export async function reopenOnSchedule(db: Database, now: Date): Promise<number> {
  let reopened = 0
  for (const due of await selectDueReopenings(db, todayIn(now), most)) {
    reopened += await inTransaction(db, async (trx) => {
      const reopening = await lockDueReopening(trx, due)
      if (!reopening) return 0
      if (!reopening.alreadyOpen) await reopen(trx, reopening, now)
      await updateReopened(trx, reopening.id, reopening.alreadyOpen ? 'not-needed' : 'reopened', now)
      return reopening.alreadyOpen ? 0 : 1
    })
  }
  return reopened
}

async function reopen(db: Database, reopening: DueReopening, now: Date): Promise<void> {
  const { caseFileId, unitId, dueOn, setBy, setById, unitOpenedIt } = reopening
  await Promise.all([
    changeHoldings(db, {
      caseFileId,
      open: [{ unitId, origin: unitOpenedIt ? 'generated' : 'received' }],
      by: setById,
      now,
    }),
    record(db, clockOf(reopening), now, [
      { caseFileId, event: { kind: 'case-reopened-on-schedule', on: dueOn, person: setBy } },
    ]),
  ])
}

/** Nobody's deed: the unit's clock. */
function clockOf({ unitId, unitAcronym, agencyId }: DueReopening): Actor {
  return {
    userId: '',
    name: '',
    login: '',
    unitId,
    unitSlug: '',
    unitAcronym,
    unitName: '',
    agencyId,
    permissions: new Set(),
    sessionHash: '',
  }
}
