import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { processMark } from '../../../bin/bootstrap/lock.mjs'

export interface Postmaster {
  readonly pid: number
  /** It accepts connections: creation and crash recovery are over. */
  readonly ready: boolean
}

/**
 * The live server of this cluster, as its `postmaster.pid` tells. Undefined when there is none: the number in the file may
 * belong to a dead process or, after a reboot, to quite another program.
 */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLines(cluster)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || processMark(pid) === undefined || !serves(pid, cluster)) return undefined
  return { pid, ready: lines[7]?.trim() === 'ready' }
}

/** The number in `postmaster.pid`, whoever it belongs to now. */
export function writtenPid(cluster: string): number | undefined {
  const pid = Number(readLines(cluster)[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/**
 * A power cut may leave `postmaster.pid` without a word in it, and the server would never start again. Who holds the lock
 * of the data folder knows that nobody else is starting one.
 */
export function sweepEmptyPidFile(cluster: string): void {
  const path = join(cluster, 'postmaster.pid')
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path)
}

function readLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** A server works inside its cluster's folder; that holds even when the folder was renamed under it. */
function serves(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      const working = statSync(`/proc/${pid}/cwd`)
      const folder = statSync(cluster)
      return working.ino === folder.ino && working.dev === folder.dev
    }
    if (process.platform === 'win32') return true
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}
