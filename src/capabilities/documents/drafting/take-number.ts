import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { nextInCounter } from './numbering.queries.ts'
import { counterOf, type Numbering, writeTypeNumber } from './numbering.rules.ts'

/** Takes the next number of a type, to be kept in the same transaction. Undefined for types without numbers. */
export async function takeNumber(
  db: Database,
  type: { readonly id: string; readonly numbering: Numbering },
  at: { readonly unitId: string; readonly agencyId: string },
  now: Date,
): Promise<string | undefined> {
  const counter = counterOf(type.numbering, { ...at, today: todayIn(now) })
  return counter && writeTypeNumber(await nextInCounter(db, type.id, counter), counter.year)
}
