import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartupProblem, sentenceOfSystemError } from './problem.mjs'
import { projectRoot } from './root.mjs'

const output = join(projectRoot, 'dist')
const marker = '.fontes'

/** Whether `dist/` was built from the very sources that are here now. */
export function programIsReady() {
  try {
    return readFileSync(join(output, marker), 'utf8') === sourcesHash()
  } catch {
    return false
  }
}

/** Builds beside and then changes places, so that no half-built program is ever started. */
export async function buildProgram() {
  process.stderr.write('Preparando o programa…\n')
  const fresh = join(projectRoot, `dist.novo-${process.pid}`)
  const old = join(projectRoot, `dist.velho-${process.pid}`)
  for (const name of readdirSync(projectRoot)) {
    if (/^dist\.(novo|velho)-\d+$/.test(name)) rmSync(join(projectRoot, name), { recursive: true, force: true })
  }
  const hash = sourcesHash()
  mkdirSync(fresh)
  try {
    const { build } = await import(pathToFileURL(join(projectRoot, 'tools', 'build.mjs')).href)
    await build({ root: projectRoot, output: fresh })
    writeFileSync(join(fresh, marker), hash)
    if (existsSync(output)) renameSync(output, old)
    renameSync(fresh, output)
  } catch (error) {
    throw new StartupProblem(sentence(error))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/** Content, not dates: a checkout touches dates without changing anything. */
function sourcesHash() {
  const hash = createHash('sha256')
  const files = ['package-lock.json', 'tsconfig.json', ...['bench', 'src', 'tools'].flatMap(filesUnder)]
  for (const file of files) {
    hash.update(file).update('\0')
    hash.update(readFileSync(join(projectRoot, file)))
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  const found = []
  if (!existsSync(join(projectRoot, folder))) return found
  const entries = readdirSync(join(projectRoot, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...filesUnder(path))
    else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) found.push(path)
  }
  return found
}

function sentence(error) {
  const system = sentenceOfSystemError(`${error.code ?? ''} ${error.message}`, 'preparar o programa')
  if (system) return system
  const first = error.errors?.[0]
  const where = first?.location ? ` (${first.location.file}, linha ${first.location.line})` : ''
  return `Não foi possível preparar o programa: ${first?.text ?? error.message.split('\n')[0]}${where}.`
}
