import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { reviveMigrations, runMigration } from './run-migration.ts'
import { migrationTask } from './steps.ts'

/** Jobs of unit migration: carrying one out, and taking up those whose worker died. */
export function unitMigrationTasks(platform: Platform): Tasks {
  return {
    [migrationTask]: (payload) => runMigration(platform, payload),
    'unit-migration:revive': () => reviveMigrations(platform),
  }
}

/** Looks every minute for runs to take up again. */
export const unitMigrationCrontab = '* * * * * unit-migration:revive ?max=1&jobKey=unit-migration:revive'
