import { readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Whether processes can be looked at here: the harness reads /proc, and only ever kills what descends from its own. */
export const canKill: boolean = process.platform === 'linux'

/** PostgreSQL and all its children of one cluster: whatever works inside of its folder, which nobody else does. */
export function databaseProcesses(cluster: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name) === cluster)
    .map(Number)
}

/** Whatever works below a folder or holds something open there: of a disk of our own, only processes of ours. */
export function processesBelow(folder: string): number[] {
  const isBelow = (path: string) => path === folder || path.startsWith(`${folder}/`)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => isBelow(workingFolder(name)) || openFiles(name).some(isBelow))
    .map(Number)
}

/** Kills at once what is still there. */
export function killOutright(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

function openFiles(pid: string): string[] {
  const folder = join('/proc', pid, 'fd')
  try {
    return readdirSync(folder).map((name) => readlinkSync(join(folder, name)))
  } catch {
    return []
  }
}
