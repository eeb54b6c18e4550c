import { addDays, type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { instantAt } from '../commitments/wall-clock.ts'
import { type PublicCalendar, selectPublic, selectPublicCalendars } from './public.queries.ts'
import { type PublicEntry, publicEntryOf } from './public-entry.ts'

/** The agendas that everybody may read. */
export function listPublicCalendars(db: Database): Promise<readonly PublicCalendar[]> {
  return selectPublicCalendars(db)
}

/** What of a public agenda everybody may read of some days; at most 500. */
export async function listPublic(
  db: Database,
  { officeId, from, until }: { readonly officeId: string; readonly from: LocalDate; readonly until: LocalDate },
  now: Date,
): Promise<readonly PublicEntry[]> {
  const span = { from: instantAt(from, '00:00'), to: instantAt(addDays(until, 1), '00:00') }
  const rows = await selectPublic(db, { officeId, ...span, today: todayIn(now) })
  return rows.map(publicEntryOf)
}
