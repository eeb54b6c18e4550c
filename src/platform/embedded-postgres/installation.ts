import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartupProblem } from '../startup-problem.ts'
import { type Account, canReach, chooseAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { checkVersion, clusterExists, createCluster, resetPassword } from './cluster.ts'
import { readPostmaster } from './postmaster-file.ts'
import type { ServerState } from './state.ts'

/** Programs, account and cluster of one data folder, fit for each other. */
export interface Installation {
  readonly account: Account | undefined
  readonly binaries: Binaries
  /** Absolute path of the cluster. */
  readonly cluster: string
  /** Number of the live server process of this cluster. */
  runningPid(): number | undefined
  /** Creates the cluster if there is none, gives it a new password if ours was lost, and answers what to remember. */
  ensureCluster(known: ServerState | undefined): Promise<ServerState>
}

interface Folders {
  readonly folder: string
  readonly systemFolder: string
  readonly unsafe: boolean
}

/** The cluster's usual name below the data folder; remembered so, the whole data folder may be moved. */
const usualName = 'postgres'

/** Decides who runs the server and where. What was decided once stays: the state remembers the cluster's folder. */
export function prepareInstallation(folders: Folders, known: ServerState | undefined): Installation {
  const decided = known?.cluster ?? candidates(folders).find((path) => clusterExists(resolve(folders.folder, path)))
  const account = chooseAccount(decided === undefined ? undefined : ownerOf(resolve(folders.folder, decided)))
  const binaries = findBinaries(account, folders.systemFolder)
  const remembered = decided ?? chooseCluster(folders, account)
  const cluster = resolve(folders.folder, remembered)
  return {
    account,
    binaries,
    cluster,
    runningPid: () => readPostmaster(cluster)?.pid,
    async ensureCluster(state) {
      const password = state?.password ?? randomBytes(24).toString('base64url')
      const place = { account, binaries, cluster, password, unsafe: folders.unsafe }
      if (clusterExists(cluster)) {
        checkVersion(cluster, binaries)
        if (!state) await resetPassword(place)
      } else if (state) {
        throw new StartupProblem(
          `A pasta do banco de dados sumiu (${cluster}): restaure-a ou, para começar vazio, apague o arquivo ${join(folders.folder, 'postgres.json')}.`,
        )
      } else {
        mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 })
        await createCluster(place)
      }
      return { cluster: remembered, password, port: state?.port ?? 0, fingerprint: '', users: [] }
    },
  }
}

function candidates({ folder, systemFolder }: Folders): string[] {
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 12)
  return [usualName, join(systemFolder, `dados-${name}`, usualName)]
}

function chooseCluster(folders: Folders, account: Account | undefined): string {
  // Temporary folders are made for one user only; a test's data is nobody's secret.
  if (folders.unsafe && account) chmodSync(folders.folder, 0o755)
  const [usual = usualName, outside = usualName] = candidates(folders)
  return canReach(account, folders.folder) ? usual : outside
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid
}
