import { spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartupProblem } from '../startup-problem.ts'
import { syncFolderNow } from '../sync-folder.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { sentenceFor } from './problems.ts'

export interface ClusterPlace {
  readonly account: Account | undefined
  readonly binaries: Binaries
  readonly cluster: string
  readonly password: string
  readonly unsafe: boolean
}

/** Whether the folder holds a whole cluster. It gets its name only when it is whole, so its presence is enough. */
export function clusterExists(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'))
}

/** Refuses a cluster that another major version wrote. */
export function checkVersion(cluster: string, binaries: Binaries): void {
  const written = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const [major] = binaries.version.split('.')
  if (written === major) return
  throw new StartupProblem(
    `Os dados de ${cluster} são do PostgreSQL ${written}, e este Carimbo traz o ${major}: use o Carimbo que os gravou e migre-os.`,
  )
}

/**
 * Creates the cluster beside its place and then moves it there: a creation cut in the middle leaves only rubbish, which
 * the next one sweeps away.
 *
 * C.UTF-8 and not C: with C, version 17 cannot fold accented capitals, and the search would not find `LICITAÇÃO`.
 */
export async function createCluster(place: ClusterPlace): Promise<void> {
  const { account, binaries, cluster, password, unsafe } = place
  sweepUnfinished(cluster)
  refuseForeignFolder(cluster)
  const fresh = `${cluster}.criando-${process.pid}-${Date.now()}`
  const passwordFile = `${fresh}.senha`
  try {
    mkdirSync(fresh, { mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (account) for (const path of [fresh, passwordFile]) chownSync(path, account.uid, account.gid)
    const args = ['--pgdata', fresh, '--username=postgres', '--pwfile', passwordFile, '--auth=scram-sha-256']
    const language = ['--encoding=UTF8', `--locale=${locale()}`, '--locale-provider=icu', '--icu-locale=pt-BR']
    const speed = unsafe ? ['--no-sync'] : ['--data-checksums']
    const { code, output } = await run(binaries.initdb, [...args, ...language, ...speed, '--no-instructions'], account)
    if (code !== 0) throw failure(output, 'criar o banco de dados')
    renameSync(fresh, cluster)
    syncFolderNow(dirname(cluster))
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Gives the superuser a new password, with the server stopped: our note of the old one was lost. */
export async function resetPassword({ account, binaries, cluster, password }: ClusterPlace): Promise<void> {
  const statement = `alter role postgres password '${password}';\n`
  const { code, output } = await run(binaries.postgres, ['--single', '-D', cluster, 'postgres'], account, statement)
  if (code !== 0 || /ERROR|FATAL/.test(output)) throw failure(output, 'recuperar o acesso ao banco de dados')
}

/** Runs a program of the server as its account and gathers what it says. */
export function run(
  command: string,
  args: readonly string[],
  account: Account | undefined,
  input = '',
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      env: serverEnvironment(),
      cwd: dirname(command),
      windowsHide: true,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** Little and known: PGDATA, PGPORT or LC_MESSAGES of whoever starts us must not reach the server. */
export function serverEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR } = process.env
  const kept = Object.entries({ PATH, SystemRoot, TMPDIR }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(kept), LC_ALL: locale(), ...extra }
}

export function failure(output: string, doing: string): StartupProblem {
  const said = output.match(/^.*(?:FATAL|PANIC|error|ERROR):\s*(.*)$/m)?.[1] ?? output.trim().split('\n').at(-1) ?? ''
  return new StartupProblem(sentenceFor(output, doing) ?? `Não foi possível ${doing}: o PostgreSQL disse “${said}”.`)
}

function locale(): string {
  return process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C'
}

function sweepUnfinished(cluster: string): void {
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.criando-`)) continue
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true })
    } catch {
      // A creation whose parent was killed may still be writing there; it is swept away next time.
    }
  }
}

/** An empty folder makes room; anything in it is not ours to delete. */
function refuseForeignFolder(cluster: string): void {
  if (!existsSync(cluster)) return
  if (readdirSync(cluster).length > 0) {
    throw new StartupProblem(
      `A pasta ${cluster} não está vazia nem é um banco de dados: mude-a de lugar e tente de novo.`,
    )
  }
  rmdirSync(cluster)
}
