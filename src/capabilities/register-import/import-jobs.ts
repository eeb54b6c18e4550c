import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { deleteOldImports } from './import.queries.ts'
import { runImport } from './run-import.ts'
import { importTask } from './send-file.ts'

/** Ninety days: as long as somebody may still ask what a file did. The history of the registers stays. */
const keptMs = 90 * 86_400_000

/** The jobs of imports: trying out and carrying out files, forgetting old ones. */
export function registerImportTasks(platform: Platform): Tasks {
  return {
    [importTask]: (payload) => runImport(platform, payload),
    'register-import:sweep': async () => {
      const imports = await deleteOldImports(platform.db, new Date(platform.clock().getTime() - keptMs))
      if (imports > 0) platform.log.info({ imports }, 'old imports were deleted')
    },
  }
}

/** When its regular job runs; times of UTC. */
export const registerImportCrontab = '50 6 * * * register-import:sweep ?fill=2d'
