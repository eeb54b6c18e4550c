import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { Calendar } from './calendar.ts'
import { upsertCalendar } from './calendars.queries.ts'

/** As the charter of services says (seed 000): from 8 to 14 hours. */
export const usualHours = { opens: '08:00', closes: '14:00', slotMinutes: 30, isPublic: true } as const

/** Opens the agenda of an office of this unit, or changes its hours. Undefined: there is no such office here. */
export async function openCalendar(
  db: Database,
  actor: Actor,
  hours: Pick<Calendar, 'officeId' | 'opens' | 'closes' | 'slotMinutes' | 'isPublic'>,
  now: Date,
): Promise<true | undefined> {
  return (await upsertCalendar(db, actor, hours, now)) === undefined ? undefined : true
}
