// Run by a test as a process of its own, bundled: a worker that makes one copy, and tells of each file that it opens and
// of its memory. `delayMs` makes it slow enough to be killed in the middle.
import { join } from 'node:path'
import { readConfig } from '../../../platform/config/index.ts'
import { openDatabase } from '../../../platform/db/index.ts'
import { openFolderFileStore } from '../../../platform/files/index.ts'
import { realRandomness } from '../../../platform/ids.ts'
import { openLog } from '../../../platform/log/index.ts'
import { openPdfEngine } from '../../../platform/pdf/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openTextExtractor } from '../../../platform/text-extraction/index.ts'
import { runCopy } from './run-copy.ts'

const [folder = '', url = '', exportId = '', delayMs = '0'] = process.argv.slice(2)
const log = openLog('silent')
const files = await openFolderFileStore({ folder: join(folder, 'arquivos') })
const platform: Platform = {
  config: readConfig({ CARIMBO_DADOS: folder, DATABASE_URL: url, CARIMBO_LOG: 'silent' }),
  demo: false,
  version: '0.0.0-test',
  publicUrl: 'http://localhost',
  db: await openDatabase({ url, poolSize: 3, statementTimeoutMs: 15_000, prepare: true }),
  log,
  files: {
    ...files,
    open: async (sha256, range) => {
      await new Promise((resolve) => setTimeout(resolve, Number(delayMs)))
      console.log('opened')
      return files.open(sha256, range)
    },
  },
  pdf: openPdfEngine({ workers: 1, log }),
  text: openTextExtractor({ log }),
  mailer: undefined,
  clock: () => new Date(),
  randomness: realRandomness,
}
const before = process.memoryUsage.rss()
let most = before
const look = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 10)
await runCopy(platform, { exportId })
clearInterval(look)
console.log(`grew ${Math.round((most - before) / 1024)} KiB`)
await platform.pdf.close()
await platform.db.end()
