import { chownSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { processMark } from '../../../bin/bootstrap/lock.mjs'
import { StartupProblem } from '../startup-problem.ts'
import { syncFolderNow } from '../sync-folder.ts'

/** What must be known to find, join or start the server of a data folder again. Kept readable by its owner only. */
export interface ServerState {
  /** Folder of the cluster: below the data folder, or in the system folder when root's data folder cannot be reached. */
  readonly cluster: string
  readonly password: string
  /** Last port used; it is used again when free, so that addresses written down stay true. */
  readonly port: number
  /** Binaries and settings the running server was started with. */
  readonly fingerprint: string
  /** Who uses the server now. The mark tells a process from a later one with the same number. */
  readonly users: readonly { readonly id: string; readonly mark: string }[]
}

const fileName = 'postgres.json'

/** The state, or undefined when this folder has none (or one that a full disk cut off). */
export function readState(dataFolder: string): ServerState | undefined {
  try {
    const state = JSON.parse(readFileSync(join(dataFolder, fileName), 'utf8')) as Partial<ServerState>
    return state.cluster && state.password ? (state as ServerState) : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new StartupProblem(
        'O banco de dados desta pasta foi criado por outro usuário (talvez o administrador): rode o Carimbo como ele.',
      )
    }
    return undefined
  }
}

/** Replaces the state in one step, keeping its owner: root may start today what a user starts tomorrow. */
export function writeState(dataFolder: string, state: ServerState): void {
  const path = join(dataFolder, fileName)
  const fresh = `${path}.${process.pid}`
  const file = openSync(fresh, 'w', 0o600)
  try {
    writeSync(file, JSON.stringify(state, null, 2))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  const owner = statSync(path, { throwIfNoEntry: false })
  if (owner && process.getuid?.() === 0) chownSync(fresh, owner.uid, owner.gid)
  renameSync(fresh, path)
  syncFolderNow(dataFolder)
}

export function joinUsers(state: ServerState, id: string): ServerState {
  return { ...state, users: [...leaveUsers(state, id).users, { id, mark: processMark(process.pid) ?? '' }] }
}

/** Also forgets the users that died without leaving. */
export function leaveUsers(state: ServerState, id: string): ServerState {
  return { ...state, users: state.users.filter((user) => user.id !== id && isAlive(user)) }
}

export function othersAlive(state: ServerState, id: string): boolean {
  return leaveUsers(state, id).users.length > 0
}

function isAlive(user: ServerState['users'][number]): boolean {
  return processMark(Number(user.id.split(':')[0])) === user.mark
}
