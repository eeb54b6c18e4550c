import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { checkVersion, clusterExists } from './cluster.ts'
import { prepareInstallation } from './installation.ts'
import { writeState } from './state.ts'

export interface ClusterToPlace {
  readonly dataFolder: string
  /** A copy made by `backUpCluster`. */
  readonly base: string
  /** The password that the copied cluster knows. */
  readonly password: string
  /** Folder of archived segments. Undefined: up to the end of the copy itself. */
  readonly wal: string | undefined
  /** With `wal`: the moment up to which. Undefined: as far as the log goes. */
  readonly until: Date | undefined
  readonly unsafeForTests?: boolean
  readonly systemFolder?: string
}

const settingsMark = '# Restauração em andamento'

/**
 * Puts a copy where the cluster of an empty data folder belongs, ready to be started by `startEmbeddedPostgres`, which
 * then plays the log. Never over a cluster that is there.
 */
export function placeCluster(request: ClusterToPlace): void {
  const { dataFolder, base, password, wal, until } = request
  const folder = resolve(dataFolder)
  mkdirSync(folder, { recursive: true })
  const unsafe = request.unsafeForTests ?? false
  const place = { folder, systemFolder: request.systemFolder ?? '/var/lib/carimbo', unsafe }
  const { cluster, account, binaries } = prepareInstallation(place, undefined)
  if (clusterExists(cluster)) throw new Error(`there is a cluster in ${cluster}`)
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 })
  rmSync(cluster, { recursive: true, force: true })
  cpSync(base, cluster, { recursive: true })
  checkVersion(cluster, binaries)
  if (wal) playFrom(cluster, wal, until, account)
  own(cluster, account)
  // As it stands below the data folder, so that the whole may be moved.
  const remembered = cluster === join(folder, 'postgres') ? 'postgres' : cluster
  writeState(folder, { cluster: remembered, password, port: 0, fingerprint: '', users: [] })
}

/** Forgets how the log was played, once the restored server answers. */
export function endRestoring(cluster: string): void {
  const path = join(cluster, 'postgresql.auto.conf')
  const [kept = ''] = readFileSync(path, 'utf8').split(settingsMark)
  writeFileSync(path, kept)
  rmSync(playedFolderOf(cluster), { recursive: true, force: true })
}

function playFrom(cluster: string, wal: string, until: Date | undefined, account: Account | undefined): void {
  const folder = playedFolderOf(cluster)
  rmSync(folder, { recursive: true, force: true })
  // Beside the cluster: the account that runs the server may not reach the backup.
  cpSync(wal, folder, { recursive: true })
  own(folder, account)
  const place = folder.replaceAll("'", "''").replaceAll('%', '%%')
  const command = process.platform === 'win32' ? `copy "${place}\\%f" "%p"` : `cp "${place}/%f" "%p"`
  const target = until
    ? [
        `recovery_target_time = '${until.toISOString().replace('T', ' ').replace('Z', '+00')}'`,
        "recovery_target_action = 'promote'",
      ]
    : []
  // Nobody is let in before all is played: a house that does not reach its moment ends, and nobody was inside.
  const lines = [settingsMark, `restore_command = '${command}'`, 'hot_standby = off', ...target, '']
  appendFileSync(join(cluster, 'postgresql.auto.conf'), lines.join('\n'))
  writeFileSync(join(cluster, 'recovery.signal'), '')
}

function playedFolderOf(cluster: string): string {
  return join(dirname(cluster), 'wal-da-restauracao')
}

/** PostgreSQL refuses a cluster that others may enter, or that is not its own. */
function own(path: string, account: Account | undefined): void {
  if (!existsSync(path)) return
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) own(inner, account)
    else {
      chmodSync(inner, 0o600)
      if (account) chownSync(inner, account.uid, account.gid)
    }
  }
  chmodSync(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
}
