import { prefixesOf, seventhOf } from '../../platform/files/index.ts'
import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { eraseFiles } from './eliminating/erase-files.ts'
import { executeElimination } from './eliminating/execute-elimination.ts'
import { selectUnfinished } from './eliminating/execution.queries.ts'
import { sweepUnnamed } from './eliminating/sweep-unnamed.ts'
import { eliminateTask } from './eliminating/work-on-listing.ts'

/** Jobs of the archive: carrying out confirmed listings, taking files of eliminated documents out of the store. */
export function archiveTasks(platform: Platform): Tasks {
  return {
    [eliminateTask]: async (payload) => {
      await executeElimination(platform.db, listingOf(payload), platform.clock)
      await eraseFiles(platform)
    },
    'archive:sweep-unnamed': async () => {
      await sweepUnnamed(platform, prefixesOf(seventhOf(platform.clock())))
    },
    'archive:go-on': async () => {
      for (const id of await selectUnfinished(platform.db)) await executeElimination(platform.db, id, platform.clock)
      await eraseFiles(platform)
    },
  }
}

/** Every hour: what a killed run left, and files whose day is over. Every night: contents that no row names. Times of UTC. */
export const archiveCrontab = [
  '40 * * * * archive:go-on ?max=3&jobKey=archive:go-on',
  '50 4 * * * archive:sweep-unnamed ?max=3&jobKey=archive:sweep-unnamed',
].join('\n')

function listingOf(payload: unknown): string {
  const id = typeof payload === 'object' && payload !== null && 'listingId' in payload ? String(payload.listingId) : ''
  if (!/^\d{1,18}$/.test(id)) throw new Error('the job names no listing')
  return id
}
