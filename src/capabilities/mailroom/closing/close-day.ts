import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import { sha256Hex } from '../../../platform/sha256.ts'
import { capacitiesOf, signPaper } from '../../signatures/index.ts'
import { takeNumber } from '../take-number.queries.ts'
import { insertClosedDay, insertSignature, lockPages, selectClosedDay, selectLinesToClose } from './closing.queries.ts'
import { nameOfPage, wordsOfPage } from './closing.rules.ts'

export type CloseDayRefusal = { readonly kind: 'closed-already' | 'capacity-not-of-unit' }

/**
 * Closes the daily board of today: what stands on it now is kept as it stands, on a page with the next number of the unit,
 * signed by who closes it in one of the capacities of the unit (QD-01). The password was confirmed before. What comes in
 * afterwards stands on the next page.
 */
export async function closeDay(
  db: Database,
  actor: Actor,
  { capacity }: { readonly capacity: string },
  now: Date,
): Promise<Outcome<{ id: string }, CloseDayRefusal>> {
  const day: LocalDate = todayIn(now)
  return inTransaction(db, async (trx): Promise<Outcome<{ id: string }, CloseDayRefusal>> => {
    const year = Number(day.slice(0, 4))
    await lockPages(trx, actor.unitId)
    if (await selectClosedDay(trx, actor, { day })) return refuse({ kind: 'closed-already' })
    // Asked before a number is taken: a refusal leaves no hole.
    if (!(await capacitiesOf(trx, actor, now)).includes(capacity)) return refuse({ kind: 'capacity-not-of-unit' })
    const lines = await selectLinesToClose(trx, actor, new Date(`${day}T00:00:00-03:00`))
    const number = await takeNumber(trx, { unitId: actor.unitId, kind: 'day', year })
    const sha256 = sha256Hex(wordsOfPage({ unitId: actor.unitId, day, year, number }, lines))
    const name = nameOfPage({ number, year, unit: actor.unitAcronym })
    const signed = await signPaper(trx, actor, { name, sha256, capacity }, now)
    if (!signed.done) throw new Error('a capacity of the unit was refused')
    const id = await insertClosedDay(trx, actor, { day, year, number, sha256, lines }, now)
    await insertSignature(trx, id, signed.value)
    return done({ id })
  })
}
