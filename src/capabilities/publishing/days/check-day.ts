import { addDays, type LocalDate, weekdayOf } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { holidaysOf } from '../../organization/index.ts'
import type { Vehicle } from '../vehicles/vehicle.ts'
import { localMoment } from './local-moment.ts'
import { type DayRefusal, refusalsOfDay } from './publication-day.rules.ts'

/** How far ahead a publication may be scheduled. */
const mostDays = 366

/** The reasons against a day in this vehicle, by the holidays of the agency that publishes. */
export async function checkDay(
  db: Database,
  agencyId: string,
  vehicle: Vehicle,
  { on, extraordinary }: { readonly on: LocalDate; readonly extraordinary: boolean },
  now: Date,
): Promise<DayRefusal[]> {
  const holidays = await holidaysOf(db, agencyId, on, on)
  return refusalsOfDay(factsOf(vehicle, on, extraordinary, holidays, now))
}

/** The first day on which the vehicle would take something now: what the form begins with. */
export async function firstDayOf(db: Database, agencyId: string, vehicle: Vehicle, now: Date): Promise<LocalDate> {
  const { day } = localMoment(now, vehicle.timeZone)
  const holidays = await holidaysOf(db, agencyId, day, addDays(day, 30))
  for (let on = day; on <= addDays(day, 30); on = addDays(on, 1)) {
    if (refusalsOfDay(factsOf(vehicle, on, false, holidays, now)).length === 0) return on
  }
  return day
}

function factsOf(
  vehicle: Vehicle,
  on: LocalDate,
  extraordinary: boolean,
  holidays: Awaited<ReturnType<typeof holidaysOf>>,
  now: Date,
) {
  const here = localMoment(now, vehicle.timeZone)
  const [tomorrow, farthest] = [addDays(here.day, 1), addDays(here.day, mostDays)]
  return { vehicle, on, weekday: weekdayOf(on), extraordinary, here, tomorrow, farthest, holidays }
}
