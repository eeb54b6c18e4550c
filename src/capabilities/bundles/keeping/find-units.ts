import type { Actor } from '../../../platform/actor.ts'
import { todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { selectUnits, type UnitChoice } from '../bundles.queries.ts'

export type { UnitChoice } from '../bundles.queries.ts'

/** Units to choose as destinations: the chosen ones first, in their order, then some that have these words. */
export async function findUnits(
  db: Database,
  actor: Actor,
  asked: { readonly text: string; readonly chosen: readonly string[] },
  now: Date,
): Promise<readonly UnitChoice[]> {
  const units = await selectUnits(db, actor, { ...asked, today: todayIn(now) })
  const place = ({ id }: UnitChoice) => (asked.chosen.includes(id) ? asked.chosen.indexOf(id) : asked.chosen.length)
  return [...units].sort((one, other) => place(one) - place(other))
}
