// Run by a test as a process of its own, bundled: a worker that carries one migration out, and tells each time it looks
// at the clock, which it does once an item. `delayMs` makes it slow enough to be killed in the middle.
import { join } from 'node:path'
import { readConfig } from '../../platform/config/index.ts'
import { openDatabase } from '../../platform/db/index.ts'
import { openFolderFileStore } from '../../platform/files/index.ts'
import { realRandomness } from '../../platform/ids.ts'
import { openLog } from '../../platform/log/index.ts'
import { openPdfEngine } from '../../platform/pdf/index.ts'
import { openTextExtractor } from '../../platform/text-extraction/index.ts'
import { runMigration } from './run-migration.ts'

const [folder = '', url = '', migrationId = '', delayMs = '0'] = process.argv.slice(2)
const log = openLog('silent')
const pause = new Int32Array(new SharedArrayBuffer(4))
await runMigration(
  {
    config: readConfig({ CARIMBO_DADOS: folder, DATABASE_URL: url, CARIMBO_LOG: 'silent' }),
    demo: false,
    version: '0.0.0-test',
    publicUrl: 'http://localhost',
    db: await openDatabase({ url, poolSize: 3, statementTimeoutMs: 60_000, prepare: true }),
    log,
    files: await openFolderFileStore({ folder: join(folder, 'arquivos') }),
    pdf: openPdfEngine({ workers: 1, log }),
    text: openTextExtractor({ log }),
    mailer: undefined,
    clock: () => {
      process.stdout.write('.')
      Atomics.wait(pause, 0, 0, Number(delayMs))
      return new Date()
    },
    randomness: realRandomness,
  },
  { migrationId },
)
process.exit(0)
