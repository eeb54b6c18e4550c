import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import { type Database, inTransaction } from '../../../platform/db/index.ts'
import { done, type Outcome, refused } from '../../../platform/outcome.ts'
import type { DocumentType, Numbering } from '../document-types/document-type.ts'
import { type AdjustRefusal, refusalsToAdjust } from './adjust-number.rules.ts'
import {
  type AdjustmentRow,
  type CounterRow,
  insertAdjustment,
  lockCounter,
  selectAdjustments,
  selectCounters,
  selectHighestUsed,
  writeCounter,
} from './numbering.queries.ts'

/** Whose sequence it is. */
export function scopeOf(numbering: Numbering): 'unit' | 'agency' {
  return numbering.startsWith('unit') ? 'unit' : 'agency'
}

/** The sequences of a type and the changes made to them by hand. */
export async function findNumbering(
  db: Database,
  type: Pick<DocumentType, 'id' | 'numbering'>,
): Promise<{ counters: readonly CounterRow[]; adjustments: readonly AdjustmentRow[] }> {
  const scope = scopeOf(type.numbering)
  const [counters, adjustments] = await Promise.all([
    selectCounters(db, type.id, scope),
    selectAdjustments(db, type.id, scope),
  ])
  return { counters, adjustments }
}

/**
 * Sets the next number of a sequence, of this year where it starts again each year, and keeps who did it and why. It may
 * go back only to numbers that no document carries.
 */
export async function adjustNumber(
  db: Database,
  actor: Pick<Actor, 'userId' | 'unitId'>,
  type: Pick<DocumentType, 'id' | 'numbering'>,
  request: { readonly scopeId: string; readonly next: number; readonly reason: string },
  now: Date,
): Promise<Outcome<true, AdjustRefusal>> {
  const { numbering } = type
  const year = numbering.endsWith('-year') ? Number(todayIn(now).slice(0, 4)) : 0
  const sequence = { typeId: type.id, scopeId: request.scopeId, scope: scopeOf(numbering), year }
  return inTransaction(db, async (trx) => {
    const last = await lockCounter(trx, sequence)
    const highestUsed = await selectHighestUsed(trx, sequence)
    const refusal = refused(refusalsToAdjust({ numbering, next: request.next, last, highestUsed }))
    if (refusal) return refusal
    const after = request.next - 1
    await writeCounter(trx, sequence, after, last > 0)
    const { userId, unitId } = actor
    await insertAdjustment(trx, sequence, { before: last, after, reason: request.reason }, { userId, unitId, now })
    return done(true)
  })
}
