import { addDays, localDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type PublishedRow, selectPublished } from './bulletin.queries.ts'

const everything = { vehicleId: undefined, typeId: undefined, unit: undefined, number: undefined, query: undefined }

/** The last fifty publications of all vehicles. */
export function lastPublished(db: Database, now: Date): Promise<PublishedRow[]> {
  const filter = { ...everything, from: localDate('1900-01-01'), until: addDays(todayIn(now), 1) }
  return selectPublished(db, filter, { limit: 50, offset: 0 }, now)
}
