import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { copyTask } from './copying/ask-copy.ts'
import { runCopy } from './copying/run-copy.ts'
import { reviveCopies, sweepCopies } from './copying/sweep-copies.ts'

/** Jobs of output: making copies of case files, taking up those whose worker died, deleting what is over. */
export function outputTasks(platform: Platform): Tasks {
  return {
    [copyTask]: (payload) => runCopy(platform, payload),
    'output:revive': () => reviveCopies(platform),
    'output:sweep': async () => {
      const { files } = await sweepCopies(platform)
      if (files > 0) platform.log.info({ files }, 'made files were deleted')
    },
  }
}

/** When its regular jobs run; times of UTC. A crontab knows no dots in names. */
export const outputCrontab = [
  '* * * * * output:revive ?max=1&jobKey=output:revive',
  '20 6 * * * output:sweep ?fill=2d',
].join('\n')
