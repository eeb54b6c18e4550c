import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { deleteUnitSetting, selectSetting, upsertSetting } from './reminders.queries.ts'

/** A number of days before, `never`, or as the agency says, which only a unit may choose. */
export type ReminderChoice = number | 'never' | 'as-agency'

export const mostDaysBefore = 60

export interface ReminderSettings {
  readonly unit: ReminderChoice
  readonly agency: Exclude<ReminderChoice, 'as-agency'>
  /** Addresses to which reminders of the unit go. */
  readonly emails: readonly string[]
}

/** How reminders are set for the actor's unit and agency. Where nobody has said anything, none are sent. */
export async function reminderSettings(db: Database, actor: Actor): Promise<ReminderSettings> {
  const { unit, agency, emails } = await selectSetting(db, actor.unitId, actor.agencyId)
  return {
    unit: unit ? (unit.daysBefore ?? 'never') : 'as-agency',
    agency: agency?.daysBefore ?? 'never',
    emails,
  }
}

/** Sets when the actor's unit is reminded. */
export async function setUnitReminders(db: Database, actor: Actor, choice: ReminderChoice, now: Date): Promise<void> {
  if (choice === 'as-agency') await deleteUnitSetting(db, actor.unitId)
  else await upsertSetting(db, { unitId: actor.unitId }, daysOf(choice), actor.userId, now)
}

/** Sets when the units of the actor's agency are reminded that do not say otherwise themselves. */
export async function setAgencyReminders(
  db: Database,
  actor: Actor,
  choice: ReminderSettings['agency'],
  now: Date,
): Promise<void> {
  await upsertSetting(db, { agencyId: actor.agencyId }, daysOf(choice), actor.userId, now)
}

function daysOf(choice: number | 'never'): number | undefined {
  return choice === 'never' ? undefined : choice
}
