import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processMark } from '../../../bin/bootstrap/lock.mjs'
import { StartupProblem } from '../startup-problem.ts'
import { failure, run, serverEnvironment } from './cluster.ts'
import { dieTogether } from './die-together.ts'
import { freePort, isFree } from './free-port.ts'
import type { Installation } from './installation.ts'
import { readPostmaster, sweepEmptyPidFile, writtenPid } from './postmaster-file.ts'
import { answers } from './questions.ts'
import { settingArguments } from './settings.ts'
import type { ServerState } from './state.ts'

export interface Server {
  readonly pid: number
  readonly version: string
  readonly state: ServerState
}

interface Circumstances {
  readonly folder: string
  readonly unsafe: boolean
  /** Where the write-ahead log is archived. */
  readonly archive: string | undefined
  /** Told at once, before the server is ready: from here on somebody has to stop it. */
  readonly launched: (pid: number) => void
  readonly log: { info(message: string): void; warn(message: string): void }
}

const attempts = 40
const startDeadlineMs = 600_000
const fastShutdownMs = 30_000
const largestLogBytes = 5_000_000

/** Starts the server of the cluster and waits until it answers our password on its port. */
export async function startServer(
  installation: Installation,
  state: ServerState,
  around: Circumstances,
): Promise<Server> {
  const { binaries, cluster } = installation
  const settings = settingArguments({
    lz4: await supportsLz4(installation),
    unsafe: around.unsafe,
    archive: around.archive,
  })
  const logFile = join(around.folder, 'postgres.log')
  sweepEmptyPidFile(cluster)
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 && state.port > 0 && (await isFree(state.port)) ? state.port : await freePort()
    const logStart = rotateLog(logFile)
    const child = launch(installation, ['-D', cluster, '-p', String(port), ...settings], logFile)
    const placed = { ...state, port }
    if (child.pid !== undefined) around.launched(child.pid)
    const outcome = await untilReady(child, installation, placed, around)
    if (outcome === 'ready') {
      if (around.unsafe) dieTogether(child.pid ?? 0, cluster)
      return { pid: child.pid ?? 0, version: binaries.version, state: placed }
    }
    const said = readFileSync(logFile).subarray(logStart).toString()
    // Someone took the port in between, or the workers of a killed server are still leaving: both pass by themselves.
    const passing = /Address already in use|pre-existing shared memory block/.test(said)
    if (!passing || attempt >= attempts) throw failure(said || outcome, 'iniciar o banco de dados embutido')
    await sleep(250)
  }
}

/** Fast shutdown: clients are cut off, nothing confirmed is lost. Past the deadline it is made to leave, and recovers later. */
export async function stopServer(pid: number): Promise<void> {
  const mark = processMark(pid)
  const gone = async (deadlineMs: number) => {
    for (const started = Date.now(); Date.now() - started < deadlineMs; await sleep(10)) {
      if (mark === undefined || processMark(pid) !== mark) return true
    }
    return false
  }
  for (const [signal, deadlineMs] of [
    ['SIGINT', fastShutdownMs],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    send(pid, signal)
    if (await gone(deadlineMs)) return
  }
  throw new StartupProblem(`O PostgreSQL embutido (processo ${pid}) não termina: encerre-o e tente de novo.`)
}

function launch({ account, binaries, cluster }: Installation, args: readonly string[], logFile: string): ChildProcess {
  const output = openSync(logFile, 'a', 0o600)
  const stale = writtenPid(cluster)
  try {
    const child = spawn(binaries.postgres, args, {
      ...account,
      // A group of its own: Ctrl-C at the terminal is for us, and we stop the server last.
      detached: true,
      windowsHide: true,
      cwd: cluster,
      stdio: ['ignore', output, output],
      // The number left in postmaster.pid may now be another program's; so named, the server knows it for stale.
      env: serverEnvironment(stale === undefined ? {} : { PG_GRANDPARENT_PID: String(stale) }),
    })
    child.unref()
    return child
  } finally {
    closeSync(output)
  }
}

/** Asks `postmaster.pid` and then the port; the words of the log depend on the language and may go elsewhere. */
async function untilReady(child: ChildProcess, installation: Installation, state: ServerState, around: Circumstances) {
  let ended: string | undefined
  child.once('error', (error: NodeJS.ErrnoException) => {
    ended = `${error.code} ${error.message}`
  })
  child.once('exit', (code, signal) => {
    ended ??= `encerrou-se com ${signal ?? code}`
  })
  const started = Date.now()
  let told = false
  for (;;) {
    if (ended !== undefined) return ended
    const postmaster = readPostmaster(installation.cluster)
    if (postmaster?.ready && postmaster.pid === child.pid && (await answers(state, installation.cluster)))
      return 'ready'
    const waitedMs = Date.now() - started
    if (waitedMs > startDeadlineMs) throw new StartupProblem('O PostgreSQL embutido não ficou pronto em dez minutos.')
    if (!told && waitedMs > 5_000) {
      told = true
      around.log.warn('O PostgreSQL está se recuperando de um encerramento brusco; isso pode levar alguns minutos.')
    }
    await sleep(waitedMs < 1_000 ? 10 : 100)
  }
}

/** Asked of the program itself: not every build knows lz4, and one that does not would refuse to start with it. */
async function supportsLz4({ account, binaries, cluster }: Installation): Promise<boolean> {
  const name = 'default_toast_compression'
  const { code } = await run(binaries.postgres, ['-C', name, '-c', `${name}=lz4`, '-D', cluster], account)
  return code === 0
}

/** Where this start's words begin in the log; one older log is kept. */
function rotateLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size < largestLogBytes) return size
  renameSync(logFile, `${logFile}.anterior`)
  return 0
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
