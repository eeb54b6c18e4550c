import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sealTrail, trailOf } from '../../src/capabilities/auditing/index.ts'
import { logKeyOf, sealEvents, witnessFilesOf } from '../../src/capabilities/history/index.ts'
import { sealedRecords } from '../../src/capabilities/proofs/index.ts'
import { furnishDemonstration } from '../../src/demonstration/index.ts'
import { readConfig } from '../../src/platform/config/index.ts'
import { migrate, openDatabase } from '../../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { openFolderFileStore } from '../../src/platform/files/index.ts'
import { realRandomness } from '../../src/platform/ids.ts'
import { migrateJobs } from '../../src/platform/jobs/index.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { openPdfEngine } from '../../src/platform/pdf/index.ts'
import { openTextExtractor } from '../../src/platform/text-extraction/index.ts'
import { spoilHouse } from './campaign.ts'
import { tellCampaign } from './report.text.ts'

/** bin/tamper: changes, deletes, reorders and cuts as a superuser could, in a house made for it, and asks the audit each time. */
const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '1000' },
    seed: { type: 'string', default: randomBytes(6).toString('hex') },
  },
})
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
const count = Number.parseInt(values.mutations, 10)
if (!(count >= 1 && count <= 100_000)) {
  say('Use: bin/tamper --mutations 1000 [--seed palavra]. Adulterações de 1 a 100000.')
  process.exit(1)
}
const dataFolder = await mkdtemp(join(tmpdir(), 'carimbo-adulteracao-'))
const server = await startEmbeddedPostgres({ dataFolder, unsafeForTests: true })
const db = await openDatabase({ url: server.url, poolSize: 5, statementTimeoutMs: 120_000, prepare: true })
const log = openLog('silent')
const pdf = openPdfEngine({ workers: 1, log })
try {
  await migrate(db)
  await migrateJobs(server.url)
  const config = readConfig({ CARIMBO_DADOS: dataFolder, DATABASE_URL: server.url })
  const filesFolder = join(dataFolder, 'arquivos')
  const files = await openFolderFileStore({ folder: filesFolder })
  say(`Montando a casa de demonstração; depois, ${count} adulterações, semente ${values.seed}.`)
  const platform = {
    config,
    demo: true,
    version: '0.0.0',
    publicUrl: 'http://localhost',
    db,
    log,
    files,
    pdf,
    text: openTextExtractor({ log }),
    mailer: undefined,
    clock: () => new Date(),
    randomness: realRandomness,
  }
  await furnishDemonstration(platform, () => undefined)
  await readPages(platform)
  const sealing = {
    key: logKeyOf(config),
    sources: sealedRecords,
    witnessFiles: witnessFilesOf(config),
    mostEvents: 40,
  }
  await sealEvents(db, new Date(), sealing)
  const report = await spoilHouse({ db, files, filesFolder, config }, count, values.seed)
  say(tellCampaign(report))
  process.exitCode = report.missed.length === 0 ? 0 : 2
} finally {
  pdf.close()
  await db.end({ timeout: 5 })
  await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
}

/** What the trail of a house holds after some pages were read. */
async function readPages(platform: Parameters<typeof trailOf>[0]): Promise<void> {
  for (const route of ['/pesquisa', '/processos/:numero', '/documentos/:numero', '/consulta'])
    for (let place = 1; place <= 10; place++)
      trailOf(platform).note({
        ...{ at: platform.clock(), method: 'GET', route, number: undefined, actor: undefined, accountId: undefined },
        ...{ sessionHash: '', ip: `10.0.0.${place}`, userAgent: 'Navegador', shown: [] },
      })
  await trailOf(platform).write()
  await sealTrail(platform.db, platform.clock())
}
