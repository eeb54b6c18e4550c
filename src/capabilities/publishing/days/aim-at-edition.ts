import { addDays, type LocalDate } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'
import { checkDay, firstDayOf } from './check-day.ts'
import { localMoment } from './local-moment.ts'
import { type DayRefusal, isLate } from './publication-day.rules.ts'

/** The edition for which something is sent now, and the one that it was too late for. */
export interface Aim {
  readonly on: LocalDate
  readonly missed: LocalDate | undefined
}

/**
 * The edition that takes what is sent now: the day that was wished for, or the first one. What comes after the closing hour
 * goes into the next edition; a day without an edition is refused (DOE-04).
 */
export async function aimAtEdition(
  db: Database,
  agencyId: string,
  vehicle: Vehicle,
  { on, extraordinary }: { readonly on: LocalDate | undefined; readonly extraordinary: boolean },
  now: Date,
): Promise<Outcome<Aim, DayRefusal>> {
  const wished = on && (await checkDay(db, agencyId, vehicle, { on, extraordinary }, now))
  if (on && wished?.length === 0) return done({ on, missed: undefined })
  const [hard] = wished?.filter((refusal) => !isLate(refusal)) ?? []
  if (hard) return refuse(hard)
  const first = await firstDayOf(db, agencyId, vehicle, now)
  const [none] = await checkDay(db, agencyId, vehicle, { on: first, extraordinary: false }, now)
  if (none) return refuse(none)
  // Only tomorrow's edition can have closed before its day.
  const tomorrow = addDays(localMoment(now, vehicle.timeZone).day, 1)
  const late = await checkDay(db, agencyId, vehicle, { on: on ?? tomorrow, extraordinary: false }, now)
  const missed = late.length > 0 && late.every(isLate) ? (on ?? tomorrow) : undefined
  return done({ on: first, missed })
}
