import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { takeNumber } from '../take-number.queries.ts'
import { insertClosedDay, lockPages, selectClosedDay, selectLinesToClose } from './closing.queries.ts'
import { wordsOfPage } from './closing.rules.ts'

export type CloseDayRefusal = { readonly kind: 'closed-already' }

/**
 * Closes the daily board of today: what stands on it now is kept as it stands, on a page with the next number of the unit
 * and the name of who closed it (QD-01). What comes in afterwards stands on the next page.
 */
export async function closeDay(
  db: Database,
  actor: Actor,
  now: Date,
): Promise<Outcome<{ id: string }, CloseDayRefusal>> {
  const day: LocalDate = todayIn(now)
  return inTransaction(db, async (trx) => {
    const year = Number(day.slice(0, 4))
    await lockPages(trx, actor.unitId)
    if (await selectClosedDay(trx, actor, { day })) return refuse({ kind: 'closed-already' })
    const number = await takeNumber(trx, { unitId: actor.unitId, kind: 'day', year })
    const lines = await selectLinesToClose(trx, actor, new Date(`${day}T00:00:00-03:00`))
    const sha256 = sha256Hex(wordsOfPage({ unitId: actor.unitId, day, year, number }, lines))
    return done({ id: await insertClosedDay(trx, actor, { day, year, number, sha256, lines }, now) })
  })
}
