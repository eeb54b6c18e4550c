import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { crontab, openApp, roundsOf, tasksOf } from './app.ts'
import { auditingRounds } from './capabilities/auditing/index.ts'
import { demoPassword } from './demonstration/index.ts'
import type { Config } from './platform/config/index.ts'
import { lineageFile, migrate, openDatabase, openServers } from './platform/db/index.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres/index.ts'
import { openFolderFileStore } from './platform/files/index.ts'
import { govBrSigningOf } from './platform/gov-br-signing/index.ts'
import { providerOf } from './platform/id-provider/index.ts'
import { realRandomness } from './platform/ids.ts'
import { migrateJobs, startJobs } from './platform/jobs/index.ts'
import { type Log, openLog } from './platform/log/index.ts'
import { openMailer } from './platform/mail/index.ts'
import { startMetrics } from './platform/metrics/index.ts'
import { openPdfEngine } from './platform/pdf/index.ts'
import type { Platform, Preparation } from './platform/platform.ts'
import { projectRoot } from './platform/project-root.ts'
import { startRounds } from './platform/rounds/index.ts'
import { StartupProblem } from './platform/startup-problem.ts'
import { openTextExtractor } from './platform/text-extraction/index.ts'
import { openAnchors } from './platform/time-stamp/index.ts'
import { readyHouse } from './ready-house.ts'

export interface House {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Opens everything in order: database (embedded, or the one of DATABASE_URL), schema, files, the first people, pages,
 * jobs. `say` tells the person at the console what happens, in Portuguese. Throws a StartupProblem with one clear
 * sentence where that person can mend the cause. `stop` closes in the opposite order.
 */
export async function startHouse(config: Config, say: (sentence: string) => void): Promise<House> {
  const closing: (() => Promise<unknown>)[] = []
  const stop = once(async () => {
    for (const close of closing.reverse()) await close()
  })
  try {
    const log = openLog(config.logLevel)
    await mkdir(config.dataFolder, { recursive: true }).catch((error) => refuseFolder(config, error))
    const database = await openDatabaseOf(config, say, closing)
    const pool = database.pool
    const { applied } = await migrate(pool)
    if (applied.length > 0) say(`Banco de dados preparado (${applied.length} migrações).`)
    await migrateJobs(database.directUrl, database.directServers)
    // The pages open before the demonstration is furnished: those who come meanwhile are told to wait.
    let preparation: Preparation | undefined = config.databaseUrl ? undefined : { done: 0, total: 0 }
    const opened = await openPlatform(config, pool, log, closing)
    const platform: Platform = { ...opened, preparing: () => preparation }
    const app = await openApp(platform)
    await startBackground(platform, database, closing)
    const address = await listen(app, config, closing)
    const url = config.publicUrl ?? address
    const prepared = (next: Preparation | undefined) => {
      preparation = next
    }
    await readyHouse({ platform, url, say, prepared })
    if (config.metricsPort !== undefined) closing.push(await startMetrics(platform, config.metricsPort))
    return { url, stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}

async function openDatabaseOf(config: Config, say: (sentence: string) => void, closing: (() => Promise<unknown>)[]) {
  let url = config.databaseUrl
  if (!url) {
    say('Iniciando o banco de dados embutido…')
    const embedded = await startEmbeddedPostgres({
      dataFolder: config.dataFolder,
      archiveWal: config.archivesWal,
      log: { info: say, warn: say },
    })
    closing.push(() => embedded.stop())
    url = embedded.url
  }
  const servers = openServers(url, lineageFile(join(config.dataFolder, 'servidores-do-banco.json')))
  if (servers) closing.push(servers.end)
  const pool = await openDatabase({
    url,
    servers,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    prepare: config.prepareStatements,
  })
  closing.push(() => pool.end({ timeout: 5 }))
  const directUrl = config.directDatabaseUrl ?? url
  if (directUrl === url) return { pool, directUrl, directServers: servers }
  const directServers = openServers(directUrl, lineageFile(join(config.dataFolder, 'servidores-diretos.json')))
  if (directServers) closing.push(directServers.end)
  await directServers?.current()
  return { pool, directUrl, directServers }
}

async function openPlatform(
  config: Config,
  db: Platform['db'],
  log: Log,
  closing: (() => Promise<unknown>)[],
): Promise<Platform> {
  const pdf = openPdfEngine({ log })
  closing.push(async () => pdf.close())
  const anchors = await openAnchors(config)
  const idProvider = await providerOf(config.idProvider, log)
  const govBrSigning = await govBrSigningOf(config.govBrSigning, anchors, log)
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
  return {
    config,
    demo: config.databaseUrl === undefined,
    ...(config.databaseUrl === undefined ? { demoNote: `Para assinar, a senha de todos é “${demoPassword}”.` } : {}),
    version,
    publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    db,
    log,
    files: await openFolderFileStore({ folder: join(config.dataFolder, 'arquivos') }),
    pdf,
    text: openTextExtractor({ log }),
    mailer: openMailer({ smtpUrl: config.smtpUrl }),
    ...(anchors ? { anchors } : {}),
    ...(idProvider ? { idProvider } : {}),
    ...(govBrSigning ? { govBrSigning } : {}),
    clock: () => new Date(),
    randomness: realRandomness,
  }
}

async function startBackground(
  platform: Platform,
  { directUrl, directServers }: Awaited<ReturnType<typeof openDatabaseOf>>,
  closing: (() => Promise<unknown>)[],
) {
  if (platform.config.jobConcurrency === 0) {
    // A node that only answers pages writes its own trail all the same.
    const rounds = startRounds(auditingRounds(platform), platform.log)
    closing.push(() => rounds.stop())
    return
  }
  const jobs = await startJobs({
    url: directUrl,
    servers: directServers,
    tasks: tasksOf(platform),
    log: platform.log,
    concurrency: platform.config.jobConcurrency,
    crontab,
  })
  closing.push(() => jobs.stop())
  const rounds = startRounds(roundsOf(platform), platform.log)
  // A page that is being recognized would keep the program from ending for a minute: it is read again after the start.
  closing.push(() => Promise.all([platform.text.endScans(), rounds.stop()]))
}

async function listen(app: FastifyInstance, config: Config, closing: (() => Promise<unknown>)[]): Promise<string> {
  try {
    // Who cannot be served is told so, and not left before a door that the system keeps shut.
    await app.listen({ port: config.port, host: config.host, backlog: 4_096 })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE') {
      throw new StartupProblem(
        `A porta ${config.port} já está em uso. Feche o outro programa ou escolha outra porta: PORT=3001 npm start`,
      )
    }
    if (code === 'EACCES')
      throw new StartupProblem(`Este usuário não pode usar a porta ${config.port}. Escolha uma acima de 1024.`)
    throw error
  }
  closing.push(() => app.close())
  const bound = app.server.address()
  return `http://localhost:${typeof bound === 'object' && bound ? bound.port : config.port}`
}

function refuseFolder(config: Config, error: unknown): never {
  const { code } = error as { code?: string }
  if (code === 'ENOSPC') throw new StartupProblem('O disco está cheio. Libere espaço e inicie de novo.')
  throw new StartupProblem(`Não foi possível criar a pasta de dados ${config.dataFolder}. Confira as permissões.`)
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let result: Promise<Value> | undefined
  return () => {
    result ??= work()
    return result
  }
}
