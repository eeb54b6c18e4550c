import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openApp, roundsOf, tasksOf } from '../../src/app.ts'
import { readConfig } from '../../src/platform/config/index.ts'
import { openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { openFolderFileStore } from '../../src/platform/files/index.ts'
import { openGovBrSigning } from '../../src/platform/gov-br-signing/index.ts'
import { realRandomness } from '../../src/platform/ids.ts'
import { workOff } from '../../src/platform/jobs/index.ts'
import { type Log, openLog } from '../../src/platform/log/index.ts'
import { openPdfEngine } from '../../src/platform/pdf/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { openTextExtractor } from '../../src/platform/text-extraction/index.ts'
import { loadVerifier, type TrustAnchors } from '../../src/platform/time-stamp/index.ts'
import { openssl } from '../../src/platform/time-stamp/openssl.fixture.ts'
import { Person } from './person.ts'
import { PersonInBrowser } from './person-in-browser.ts'
import { cloneDatabase } from './template.ts'
import type { Login } from './world.ts'

/** `CARIMBO_PESSOAS=navegador`: everybody sits before a real browser, and the same stories are told there. */
const inBrowser = () => process.env.CARIMBO_PESSOAS === 'navegador'

/** The whole program on a database of its own, furnished as `world.ts` says. One a test file; closed in `afterAll`. */
export interface TestHouse {
  readonly app: FastifyInstance
  readonly platform: Platform
  readonly db: Pool
  readonly databaseUrl: string
  /** Somebody signed in, with a browser-like memory for cookies. */
  signIn(login: Login): Promise<Person>
  /** A visitor who is not signed in. */
  visitor(): Person
  /** The clock of the house. Pass a moment to stop it there, a number of milliseconds to move it. */
  setClock(moment: Date): void
  passTime(ms: number): void
  /** Does all the jobs that are due: mail, indexing, sealing, exports. */
  workOff(): Promise<void>
  /** Serves on a free port, for browsers. Answers the address. */
  listen(): Promise<string>
  close(): Promise<void>
}

/** What builders need of a house: also one that no test opened, such as those of the proof of faults. */
export interface HouseToFill {
  readonly db: Pool
  readonly platform: Pick<Platform, 'clock'>
}

/** The fewest that the program takes, for who does one thing after the other: each connection plans every statement anew. */
const usualConnections = 5
/** For whom many do something at the same moment. */
export const forManyAtOnce = { connections: 10 } as const

export async function openTestHouse(
  overrides: Partial<Platform> = {},
  { connections = usualConnections }: { readonly connections?: number } = {},
): Promise<TestHouse> {
  const database = await cloneDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'carimbo-test-'))
  const db = await openDatabase({ url: database.url, poolSize: connections, statementTimeoutMs: 15_000, prepare: true })
  const config = readConfig({
    PG_CONEXOES: String(connections),
    CARIMBO_DADOS: folder,
    DATABASE_URL: database.url,
    CARIMBO_LOG: 'silent',
    // Overload has tests of its own; all others do not depend on how busy the machine is that they run on.
    CARIMBO_PEDIDOS: '1000',
    CARIMBO_ATRASO_MS: '60000',
    PG_ESPERA_MS: '60000',
  })
  const log = overrides.log ?? openLog(process.env.CARIMBO_LOG ?? 'silent')
  let shift = 0
  const anchors = (await loadVerifier()).readAnchors([{ name: 'raiz.pem', bytes: Buffer.from(openssl.root) }])
  const platform: Platform = {
    config,
    demo: false,
    version: '0.0.0-test',
    publicUrl: 'http://localhost',
    db,
    log,
    files: await openFolderFileStore({ folder: join(folder, 'arquivos') }),
    pdf: openPdfEngine({ workers: 1, log }),
    text: openTextExtractor({ log }),
    mailer: undefined,
    clock: () => new Date(Date.now() + shift),
    randomness: realRandomness,
    anchors,
    govBrSigning: nobodyAtGovBr(anchors, log),
    ...overrides,
  }
  const app = await openApp(platform)
  await app.ready()
  let address: Promise<string> | undefined
  const listen = () => {
    address ??= app.listen({ port: 0, host: '127.0.0.1' })
    return address
  }
  const browsers: PersonInBrowser[] = []
  const visitor = () => {
    if (!inBrowser()) return new Person(app)
    const person = new PersonInBrowser(app, listen)
    browsers.push(person)
    return person
  }
  return {
    app,
    platform,
    db,
    databaseUrl: database.url,
    visitor,
    signIn: async (login) => {
      const person = visitor()
      await person.signIn(login)
      return person
    },
    setClock: (moment) => {
      shift = moment.getTime() - Date.now()
    },
    passTime: (ms) => {
      shift += ms
    },
    workOff: async () => {
      await workOff(database.url, tasksOf(platform), log)
      for (const round of roundsOf(platform)) await round.run()
    },
    listen,
    close: async () => {
      await Promise.all(browsers.map((person) => person.leave()))
      await app.close()
      await platform.pdf.close()
      await db.end({ timeout: 5 })
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Configured, so that its pages are there; whoever goes there finds nobody. */
function nobodyAtGovBr(anchors: TrustAnchors, log: Log) {
  const nobody = 'http://127.0.0.1:9'
  const settings = {
    authorizationUrl: nobody,
    serviceUrl: nobody,
    clientId: 'carimbo',
    clientSecret: 'nenhum',
    anchors,
  }
  return openGovBrSigning({ ...settings, patienceMs: 300 }, log)
}
