import type { Tasks } from '../../platform/jobs/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Round } from '../../platform/rounds/index.ts'
import { stripingTask } from './striping/keep-stripes.ts'
import { makeStriped } from './striping/make-striped.ts'
import { sweepStripings } from './striping/striping.queries.ts'
import { extractText } from './uploading/extract-text.ts'
import { extractTextTask } from './uploading/include-files.ts'
import { recognizeScans } from './uploading/recognize-scans.ts'
import { sweepWaiting } from './uploading/waiting-files.queries.ts'

/** Jobs of documents: the words of files, versions with stripes. */
export function documentsTasks(platform: Platform): Tasks {
  return {
    [extractTextTask]: (payload) => extractText(platform, payload),
    [stripingTask]: (payload) => makeStriped(platform, payload),
  }
}

/**
 * Files that were sent and never included are forgotten after a day, stripes that became no document after a month. Words
 * in scanned pages are recognized beside everything else.
 */
export function documentsRounds(platform: Platform): Round[] {
  const dayMs = 24 * 60 * 60 * 1000
  return [
    {
      name: 'documents.sweep-waiting-files',
      everyMs: 60 * 60 * 1000,
      run: () => sweepWaiting(platform.db, new Date(platform.clock().getTime() - dayMs)),
    },
    {
      name: 'documents.sweep-stripes',
      everyMs: dayMs,
      run: () => sweepStripings(platform.db, new Date(platform.clock().getTime() - 30 * dayMs)),
    },
    { name: 'documents.recognize-scans', everyMs: 2_000, run: () => recognizeScans(platform) },
  ]
}
