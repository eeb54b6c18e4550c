import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { holdLock } from '../../../bin/bootstrap/lock.mjs'
import { StartupProblem } from '../startup-problem.ts'
import { archiveFolderOf } from './base-backup.ts'
import { type Installation, prepareInstallation } from './installation.ts'
import { keepAlive } from './keep-alive.ts'
import { leaveAtExit } from './leave-at-exit.ts'
import { explainSystemError } from './problems.ts'
import { answers, ensureDatabase, urlOf } from './questions.ts'
import { type Server, startServer, stopServer } from './server.ts'
import { fingerprintOf } from './settings.ts'
import { joinUsers, leaveUsers, othersAlive, readState, type ServerState, writeState } from './state.ts'

export { archiveFolderOf, type BaseBackup, backUpCluster } from './base-backup.ts'
export { type ClusterToPlace, endRestoring, placeCluster } from './place-cluster.ts'

export interface EmbeddedPostgresOptions {
  /** Folder of the installation; the cluster, its state and its log live below it (or, as root, where it can be read). */
  readonly dataFolder: string
  /** What happens, in Portuguese sentences. */
  readonly log?: { info(message: string): void; warn(message: string): void }
  /** Database that `url` names, created when absent. Default `carimbo`. */
  readonly database?: string
  /** Gives up every promise of durability for speed, and ends with this process even if it is killed. Never for real data. */
  readonly unsafeForTests?: boolean
  /**
   * Keeps the write-ahead log in `wal` beside the cluster, for restoring to any moment. Once the folder is there it goes on
   * at every start, asked for or not: a gap would make what comes after it useless.
   */
  readonly archiveWal?: boolean
  /** Where root keeps what an unprivileged account must be able to reach. Default `/var/lib/carimbo`. */
  readonly systemFolder?: string
}

export interface EmbeddedPostgres {
  /** Address with a superuser's name and password: the server listens on 127.0.0.1 only. */
  readonly url: string
  readonly port: number
  /** Version of the server, such as `17.10`. */
  readonly version: string
  /** Leaves the server, which stops (fast shutdown) when nobody else of this installation uses it. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the program, or joins the one that already runs on this data folder: there are
 * never two. What a killed process left behind (a server without an owner, a creation cut in the middle, a stale
 * `postmaster.pid`) is put in order. While somebody uses the server, its death is noticed and it is started again.
 *
 * Throws a StartupProblem with one sentence in Portuguese when the disk is full, the folder cannot be written, the
 * platform has no binaries or the data is of another version.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const me = `${process.pid}:${++startsOfThisProcess}`
  const place = placeOf(options)
  const exit = leaveAtExit(place.folder, me)
  const start = () => place.locked(() => startOrJoin({ ...place, launched: exit.watch }, me))
  try {
    mkdirSync(place.folder, { recursive: true })
    const server = await start()
    await ensureDatabase(server.state, place.database)
    const alive = keepAlive(server.pid, async () => {
      place.log.warn('O PostgreSQL embutido parou sozinho; iniciando de novo.')
      return (await start()).pid
    })
    return {
      url: urlOf(server.state, place.database),
      port: server.state.port,
      version: server.version,
      stop: once(async () => {
        await alive.end()
        await place.locked(() => leave(place, me))
        exit.forget()
      }),
    }
  } catch (error) {
    throw explainSystemError(error, 'iniciar o banco de dados embutido')
  }
}

let startsOfThisProcess = 0

type Place = ReturnType<typeof placeOf>
type StartingPlace = Place & { readonly launched: (pid: number) => void }

function placeOf(options: EmbeddedPostgresOptions) {
  const folder = resolve(options.dataFolder)
  const log = options.log ?? { info: () => undefined, warn: () => undefined }
  return {
    folder,
    log,
    database: options.database ?? 'carimbo',
    unsafe: options.unsafeForTests ?? false,
    systemFolder: options.systemFolder ?? '/var/lib/carimbo',
    archiveWal: options.archiveWal ?? false,
    async locked<Result>(work: () => Promise<Result>): Promise<Result> {
      const release = await holdLock(join(folder, 'postgres.lock'), { deadlineMs: 600_000 })
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}

async function startOrJoin(place: StartingPlace, me: string): Promise<Server> {
  const known = readState(place.folder)
  const installation = prepareInstallation(place, known)
  const archive = archiveOf(installation, place.archiveWal)
  const fingerprint = fingerprintOf(installation.binaries.version, place.unsafe, archive)
  const running = installation.runningPid()
  if (running !== undefined && known) {
    const shared = othersAlive(known, me)
    if ((shared || known.fingerprint === fingerprint) && (await answers(known, installation.cluster))) {
      place.launched(running)
      place.log.info(`O PostgreSQL já está em funcionamento na porta ${known.port}; usando-o.`)
      return { pid: running, version: installation.binaries.version, state: note(place, joinUsers(known, me)) }
    }
    if (shared)
      throw new StartupProblem('O PostgreSQL desta pasta está em uso, mas não responde. Encerre o outro Carimbo.')
  }
  if (running !== undefined) await stopServer(running)
  const state = await installation.ensureCluster(known)
  const started = await startServer(installation, { ...state, fingerprint }, { ...place, archive })
  return { ...started, state: note(place, joinUsers({ ...started.state, users: [] }, me)) }
}

/** The folder of the archive, made when it is wanted; undefined where there is none. */
function archiveOf({ cluster, account }: Installation, wanted: boolean): string | undefined {
  const folder = archiveFolderOf(cluster)
  if (!wanted && !existsSync(folder)) return undefined
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

async function leave(place: Place, me: string): Promise<void> {
  const state = readState(place.folder)
  if (!state) return
  const remaining = leaveUsers(state, me)
  if (!othersAlive(remaining, me)) {
    const pid = prepareInstallation(place, state).runningPid()
    if (pid !== undefined) await stopServer(pid)
  }
  note(place, remaining)
}

function note(place: Place, state: ServerState): ServerState {
  writeState(place.folder, state)
  return state
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}
