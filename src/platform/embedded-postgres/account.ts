import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartupProblem } from '../startup-problem.ts'

/** The account that runs the server; undefined: our own. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Root lends it the account that owns the cluster already, else `postgres`, else
 * `nobody`. An account without an entry in the system's list would be refused too.
 */
export function chooseAccount(clusterOwner: number | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readAccounts()
  const found =
    accounts.find((account) => clusterOwner && account.uid === clusterOwner) ??
    accounts.find((account) => account.name === 'postgres') ??
    accounts.find((account) => account.name === 'nobody')
  if (!found) {
    throw new StartupProblem(
      'O PostgreSQL não roda como root e este sistema não tem os usuários postgres nem nobody: rode o Carimbo como um usuário comum.',
    )
  }
  return { uid: found.uid, gid: found.gid }
}

/** Whether the account may pass every folder down to this path and read it, judging by the permission bits. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true
  const allowed = (target: string, wanted: number) => {
    const stat = statSync(target)
    const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0
    return ((stat.mode >> shift) & wanted) === wanted
  }
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!allowed(folder, 0o1)) return false
    if (folder === dirname(folder)) return allowed(path, statSync(path).isDirectory() ? 0o1 : 0o4)
  }
}

function readAccounts() {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name, uid: unsigned(uid), gid: unsigned(gid) }))
}

/** macOS writes `nobody` as -2. */
function unsigned(id: string | undefined): number {
  return Number(id) >>> 0
}
