import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'
import { StartupProblem } from './problem.mjs'
import { projectRoot } from './root.mjs'

const modules = join(projectRoot, 'node_modules')
const installedList = join(modules, '.package-lock.json')
const marker = join(modules, '.carimbo-instalado.json')

/** Whether node_modules holds what package-lock.json asks, for this machine; with the developers' packages if `dev`. */
export function packagesAreReady({ dev }) {
  const mark = readJson(marker)
  if (mark?.lock === lockHash() && (mark.dev || !dev)) return true
  if (!installedMatchesLock(dev)) return false
  writeMarker(dev)
  return true
}

/** Installs exactly what package-lock.json says. */
export async function installPackages({ dev }) {
  process.stderr.write('Instalando as dependências (só na primeira vez; leva cerca de um minuto)…\n')
  const about = { cwd: projectRoot, doing: 'instalar as dependências' }
  const which = dev ? '--include=dev' : '--omit=dev'
  const add = () => runNpm(['install', '--no-save', which], about)
  try {
    // Where only the developers' packages are missing, a server may be running on the others: nothing is taken away.
    if (dev && packagesAreReady({ dev: false })) await add()
    else {
      await runNpm(['ci', which], about).catch((error) => {
        // A lock made where the registry lacks packages of other systems is refused whole by `npm ci`; `install` keeps
        // to the same versions and misses nothing that this machine needs.
        if (!/EUSAGE/.test(error.output ?? '')) throw error
        return add()
      })
    }
  } catch (error) {
    // What npm noted down as installed may be cut short.
    rmSync(installedList, { force: true })
    throw error
  }
  writeMarker(dev)
}

/** npm's own list of what it installed, compared with the lock: someone may have run `npm ci` before us. */
function installedMatchesLock(dev) {
  const installed = readJson(installedList)?.packages
  if (!installed) return false
  return Object.entries(lockFile().packages).every(([path, wanted]) => {
    if (path === '' || (wanted.dev && !dev) || (wanted.devOptional && !dev) || !isForThisMachine(wanted)) return true
    return installed[path]?.version === wanted.version
  })
}

function isForThisMachine(wanted) {
  if (!wanted.optional) return true
  // An optional package that names no system may be absent for reasons of its own.
  if (!wanted.os || !wanted.cpu) return false
  return wanted.os.includes(process.platform) && wanted.cpu.includes(process.arch) && !wanted.libc?.includes('musl')
}

function writeMarker(dev) {
  try {
    writeFileSync(marker, JSON.stringify({ lock: lockHash(), dev }))
  } catch {
    // A folder only for reading, installed by an administrator: the comparison is simply made again next time.
  }
}

function lockHash() {
  return createHash('sha256').update(`${process.platform}-${process.arch}`).update(readLock()).digest('hex')
}

function lockFile() {
  return JSON.parse(readLock())
}

function readLock() {
  const path = join(projectRoot, 'package-lock.json')
  if (!existsSync(path))
    throw new StartupProblem('Falta o arquivo package-lock.json: baixe o programa de novo, inteiro.')
  return readFileSync(path, 'utf8')
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
