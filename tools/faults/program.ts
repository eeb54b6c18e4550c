import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readState } from '../../src/platform/embedded-postgres/state.ts'
import type { Failpoint } from '../../src/platform/failpoints/index.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { databaseProcesses, killOutright } from './processes.ts'

/** What is killed: the process of the application, PostgreSQL with all its children, or both as a power cut does. */
export const killKinds = ['application', 'database', 'both'] as const
export type KillKind = (typeof killKinds)[number]

/** The real program, built, on a data folder and a port of its own. */
export interface Program {
  readonly address: string
  /** Starts it and answers after how many milliseconds it was ready. */
  start(environment?: Readonly<Record<string, string>>): Promise<number>
  /** Kills, brings back what does not come back by itself, and answers after how many milliseconds all was ready. */
  killAndRecover(kind: KillKind): Promise<number>
  /** Stops the disk below it and then ends everything at once, as a power cut does. */
  loseDisk(stopDisk: () => void): Promise<void>
  /** Starts it after that and answers after how many milliseconds all was ready. */
  recover(): Promise<number>
  /** Starts it armed with one failpoint after the other; answers those at which it did not die in time. */
  dieAt(names: readonly Failpoint[]): Promise<Failpoint[]>
  /** Lives through a fault of something else, without being started again; answers how long all took to be ready again. */
  outlive(fault: () => Promise<void>): Promise<number>
  databaseUrl(): string
  /** Its own process, and those of its database. */
  pids(): { readonly application: number; readonly database: readonly number[] }
  /** The folder as the program sees it, whatever it has mounted there for itself. */
  inside(path: string): string
  /** Ends it in good order; answers its exit code. */
  stop(): Promise<number>
  /** Ends outright whatever is left, for when something went wrong. */
  abandon(): void
  /** Faults it told on its log while nothing had been killed. */
  readonly unexplained: readonly string[]
}

const readyDeadlineMs = 90_000
/** Writers pass every step of what they do within seconds. */
const reachDeadlineMs = 60_000
/** For so long after the database is back, requests that were under way may still tell of its death. */
const echoMs = 15_000

export interface ProgramSetup {
  readonly dataFolder: string
  readonly environment?: Readonly<Record<string, string>>
  /** Where what it says is written down; absent: beside the data folder. */
  readonly journal?: string
  /** Where the database is that this proof looks into; absent: the embedded one. */
  readonly databaseUrl?: () => string
  /** Command put before Node, such as `unshare`. */
  readonly wrapper?: readonly string[]
}

export async function openProgram(setup: ProgramSetup): Promise<Program> {
  const { dataFolder, environment = {}, wrapper = [] } = setup
  const script = join(projectRoot, 'dist', 'main.js')
  if (!existsSync(script)) throw new Error('the program is not built: run node tools/build.mjs')
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const cluster = join(dataFolder, 'postgres')
  const journal = setup.journal ?? join(dirname(dataFolder), 'programa.log')
  const unexplained: string[] = []
  let explainedUntil = 0
  let abandoned = false
  let child: ChildProcess | undefined
  let ended: Promise<string> = Promise.resolve('')

  const hear = (line: string) => {
    const problem = problemIn(line)
    const late = Date.now() - explainedUntil
    if (problem && late > 0) unexplained.push(`${problem} (${((late + echoMs) / 1000).toFixed(1)} s depois da volta)`)
  }

  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const began = performance.now()
    const [command = process.execPath, ...before] = [...wrapper, process.execPath]
    const started = spawn(command, [...before, script], {
      cwd: dataFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        CARIMBO_DADOS: dataFolder,
        PORT: String(port),
        CARIMBO_LOG: 'error',
        ...environment,
        ...more,
      },
    })
    child = started
    let said = ''
    let rest = ''
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        // Its last words may come when the folder is gone.
        if (abandoned) return
        said += chunk
        appendFileSync(journal, chunk)
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        lines.forEach(hear)
      })
    }
    let gone: string | undefined
    ended = new Promise((resolve) => {
      const end = (how: string) => {
        gone = how
        resolve(how)
      }
      started.once('exit', (code, signal) => end(signal ?? String(code)))
      started.once('error', ({ message }) => end(message))
    })
    while (!said.includes('Carimbo pronto')) {
      if (gone !== undefined) throw new Error(`the program did not start (${gone}):\n${said}`)
      if (performance.now() - began > readyDeadlineMs) throw new Error(`the program is not ready:\n${said}`)
      await wait(20)
    }
    return performance.now() - began
  }

  const untilHealthy = async () => {
    const began = performance.now()
    for (;;) {
      const reply = await fetch(`${address}/saude`).catch(() => undefined)
      await reply?.arrayBuffer().catch(() => undefined)
      if (reply?.ok) return performance.now() - began
      if (performance.now() - began > readyDeadlineMs) throw new Error('the program did not become healthy again')
      await wait(50)
    }
  }

  return {
    address,
    unexplained,
    start,
    killAndRecover: async (kind) => {
      explainedUntil = Number.POSITIVE_INFINITY
      const pid = child?.pid
      if (!pid) throw new Error('there is nothing to kill')
      if (kind !== 'database') killOutright([pid])
      if (kind !== 'application') killOutright(databaseProcesses(cluster))
      const began = performance.now()
      if (kind !== 'database') {
        await ended
        await start()
      }
      await untilHealthy()
      explainedUntil = Date.now() + echoMs
      return performance.now() - began
    },
    loseDisk: async (stopDisk) => {
      explainedUntil = Number.POSITIVE_INFINITY
      stopDisk()
      if (child?.pid && child.exitCode === null && child.signalCode === null) killOutright([child.pid])
      killOutright(databaseProcesses(cluster))
      await ended
    },
    recover: async () => {
      const began = performance.now()
      await start()
      await untilHealthy()
      explainedUntil = Date.now() + echoMs
      return performance.now() - began
    },
    dieAt: async (names) => {
      explainedUntil = Number.POSITIVE_INFINITY
      const missed: Failpoint[] = []
      for (const name of names) {
        if (child?.pid) killOutright([child.pid])
        await ended
        await start({ NODE_ENV: 'test', CARIMBO_FALHA: name })
        const how = await Promise.race([ended, wait(reachDeadlineMs, 'alive', { ref: false })])
        if (how !== 'SIGKILL') missed.push(name)
      }
      if (child?.pid) killOutright([child.pid])
      await ended
      await start()
      explainedUntil = Date.now() + echoMs
      return missed
    },
    outlive: async (fault) => {
      explainedUntil = Number.POSITIVE_INFINITY
      const began = performance.now()
      await fault()
      await untilHealthy()
      explainedUntil = Date.now() + echoMs
      return performance.now() - began
    },
    databaseUrl: () => {
      if (setup.databaseUrl) return setup.databaseUrl()
      const state = readState(dataFolder)
      if (!state) throw new Error('the data folder has no database')
      return `postgres://postgres:${encodeURIComponent(state.password)}@127.0.0.1:${state.port}/carimbo`
    },
    pids: () => ({ application: child?.pid ?? 0, database: databaseProcesses(cluster) }),
    inside: (path) => `/proc/${child?.pid ?? 'self'}/root${join(dataFolder, path)}`,
    stop: async () => {
      child?.kill('SIGTERM')
      return Number(await ended)
    },
    abandon: () => {
      abandoned = true
      if (child?.pid && child.exitCode === null && child.signalCode === null) killOutright([child.pid])
      killOutright(databaseProcesses(cluster))
    },
  }
}

/** What the program says that is no part of a clean run. Of a killed database only the start may speak. */
function problemIn(line: string): string | undefined {
  const welcome =
    /^\s*$|^Iniciando o banco|^Banco de dados preparado|^O PostgreSQL já está|^O PostgreSQL está se recuperando|^O PostgreSQL embutido parou|^Carimbo (?:pronto|encerrado)|^Abra o endereço|^Ainda não há administrador|^http:/
  if (welcome.test(line)) return undefined
  if (!line.startsWith('{')) return line.slice(0, 400)
  const { msg, task, err } = JSON.parse(line) as { msg?: string; task?: string; err?: { message?: string } }
  return [msg, task, err?.message].filter(Boolean).join(': ').slice(0, 400)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
