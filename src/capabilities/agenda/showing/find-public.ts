import { addDays, type LocalDate, todayIn } from '../../../platform/calendar/index.ts'
import type { Database } from '../../../platform/db/index.ts'
import { instantAt } from '../commitments/wall-clock.ts'
import { countPublic, type PublicCalendar, selectPublic, selectPublicCalendars } from './public.queries.ts'
import { type PublicEntry, publicEntryOf } from './public-entry.ts'

/** The agendas that everybody may read. */
export function listPublicCalendars(db: Database): Promise<readonly PublicCalendar[]> {
  return selectPublicCalendars(db)
}

interface Days {
  readonly officeId: string
  readonly from: LocalDate
  readonly until: LocalDate
}

/** So many on a page. */
export const publicPageSize = 50

/** A page of what everybody may read of some days, and how many there are in all. */
export async function listPublicPage(
  db: Database,
  days: Days,
  page: number,
  now: Date,
): Promise<{ readonly entries: readonly PublicEntry[]; readonly total: number }> {
  const part = { most: publicPageSize, skip: (page - 1) * publicPageSize }
  const [rows, total] = await Promise.all([
    selectPublic(db, { ...spanOf(days), today: todayIn(now) }, part),
    countPublic(db, spanOf(days)),
  ])
  return { entries: rows.map(publicEntryOf), total }
}

const atOnce = 500

/** All that everybody may read of some days, read part by part: nothing is left out of open data. */
export async function listPublic(db: Database, days: Days, now: Date): Promise<readonly PublicEntry[]> {
  const entries: PublicEntry[] = []
  for (;;) {
    const part = { most: atOnce, skip: entries.length }
    const rows = await selectPublic(db, { ...spanOf(days), today: todayIn(now) }, part)
    entries.push(...rows.map(publicEntryOf))
    if (rows.length < atOnce) return entries
  }
}

function spanOf({ officeId, from, until }: Days) {
  return { officeId, from: instantAt(from, '00:00'), to: instantAt(addDays(until, 1), '00:00') }
}
