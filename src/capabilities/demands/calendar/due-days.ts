import type { Actor } from '../../../platform/actor.ts'
import { type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type DemandRow, selectDueBetween } from '../demands.queries.ts'

/** A day on which something is due: the demand itself, or what another unit asked of this one. */
export interface DueDay {
  readonly on: LocalDate
  readonly demand: DemandRow
  /** Acronym of the unit that asked; undefined: the day of the demand. */
  readonly askedBy: string | undefined
}

/** What is due between two days and not answered, in the order of the days; of at most 500 demands. */
export async function dueDays(
  db: Database,
  actor: Actor,
  span: { readonly from: LocalDate; readonly until: LocalDate },
  now: Date,
): Promise<readonly DueDay[]> {
  const rows = await selectDueBetween(db, actor, { ...span, today: todayIn(now) }, now)
  const isWithin = (on: LocalDate) => on >= span.from && on <= span.until
  return rows
    .flatMap((demand): DueDay[] => [
      ...(demand.isOurs && isWithin(demand.dueOn) ? [{ on: demand.dueOn, demand, askedBy: undefined }] : []),
      ...(demand.askedUntil && isWithin(demand.askedUntil)
        ? [{ on: demand.askedUntil, demand, askedBy: demand.unit }]
        : []),
    ])
    .sort((a, b) => a.on.localeCompare(b.on) || Number(a.demand.id) - Number(b.demand.id))
}
