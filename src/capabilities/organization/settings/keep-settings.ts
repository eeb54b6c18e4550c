import type { Actor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/db/index.ts'
import { type SettingRow, selectSettings, upsertSettings } from './settings.queries.ts'
import { settingRules } from './settings.rules.ts'

export interface SettingValue {
  readonly name: string
  readonly value: unknown
}

/** The parameters as they were set; one that was never set is not among them. */
export function findSettings(db: Database): Promise<readonly SettingRow[]> {
  return selectSettings(
    db,
    settingRules.map(({ name }) => name),
  )
}

/** Sets parameters; what is equal to what it was keeps its author and date. */
export async function changeSettings(
  db: Database,
  actor: Actor,
  settings: readonly SettingValue[],
  now: Date,
): Promise<void> {
  await upsertSettings(db, settings, actor.userId, now)
}
