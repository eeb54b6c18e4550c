import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { makeQuickFolder } from '../run-tests/quick-folder.ts'
import { stopRunningSteps } from '../run-tests/run-step.ts'
import { catalogue } from './catalogue.ts'
import { type Tried, tellPage, tellSum, tellTried } from './report.text.ts'
import { type Place, runHealthy, runProof } from './run-proof.ts'
import { commandOf, type Sabotage } from './sabotage.ts'
import { makeScratchCopy, type ScratchCopy } from './scratch-copy.ts'
import { isHealthy, verdictOn } from './verdict.ts'

/** bin/sabotage: breaks a copy of the program once for each promise, and asks the proof of that promise. */
const { values } = parseArgs({
  options: { only: { type: 'string' }, list: { type: 'boolean' }, healthy: { type: 'boolean' } },
})
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
const wanted = values.only?.split(',')
const chosen = catalogue.filter(({ id }) => !wanted || wanted.includes(id))
const unknown = wanted?.filter((id) => !catalogue.some((one) => one.id === id)) ?? []
if (unknown.length > 0) {
  say(`Não há sabotagem com este nome: ${unknown.join(', ')}. bin/sabotage --list mostra todas.`)
  process.exit(2)
}
if (values.list) {
  for (const { id, harm, guards, proof } of chosen)
    say(`${id} (${guards.join(', ')})\n  ${harm}\n  ${commandOf(proof)}`)
  process.exit(0)
}

let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true
    stopRunningSteps()
  })
}

const folder = makeQuickFolder('carimbo-sabotagem-')
let database: { url: string; stop(): Promise<void> } | undefined
let isWell = false
try {
  isWell = await campaign()
} finally {
  await database?.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(interrupted ? 130 : isWell ? 0 : 1)

async function campaign(): Promise<boolean> {
  const copy = makeScratchCopy(projectRoot, join(folder, 'carimbo'))
  say(`Commit ${copy.commit}, copiado.`)
  if (copy.isBehind) say('Há mudanças ainda não gravadas no Git: a cópia é do último commit, sem elas.')
  const place = { copy: copy.folder, folder, environment: await prepareEnvironment() }
  const ill = wanted && !values.healthy ? new Set<string>() : await findIll(place)
  if (values.healthy || interrupted) return ill.size === 0

  const tried: Tried[] = []
  for (const sabotage of chosen) {
    const one = await tryOne(copy, place, sabotage, ill)
    if (interrupted) return false
    say(tellTried(one))
    tried.push(one)
    renewPage(copy.commit, one)
  }
  say(tellSum(tried))
  return tried.every(({ sabotage, told }) => ['found', 'left-out'].includes(verdictOn(sabotage, told)))
}

/** After each, so that what was found stays on the page when somebody ends the command. */
function renewPage(commit: string, one: Tried): void {
  const machine = `${availableParallelism()} núcleos com carga ${loadavg()[0]?.toFixed(1) ?? '?'}`
  const page = join(projectRoot, 'docs', 'sabotage.md')
  const before = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const ids = catalogue.map(({ id }) => id)
  writeFileSync(page, tellPage({ commit, on: new Date(), machine, tried: [one] }, ids, before))
}

/** The proofs that fail of the program as it is: what such a one says of a sabotage is worth nothing. */
async function findIll(place: Place): Promise<ReadonlySet<string>> {
  const proofs = new Map(chosen.map(({ proof }) => [commandOf(proof), proof]))
  say(`Sem sabotagem: ${proofs.size} provas.`)
  const told = await runHealthy(place, [...proofs.values()])
  const ill = [...told].filter(([, one]) => !isHealthy(one))
  for (const [proof, one] of ill) say(`reprova sem sabotagem: ${commandOf(proof)}\n  ${one.broke ?? one.failures[0]}`)
  if (ill.length === 0) say('Todas passam.')
  return new Set(ill.map(([proof]) => commandOf(proof)))
}

async function tryOne(copy: ScratchCopy, place: Place, sabotage: Sabotage, ill: ReadonlySet<string>): Promise<Tried> {
  const notTried = (broke: string) => ({ sabotage, told: { passed: 0, failures: [], broke }, seconds: 0 })
  if (ill.has(commandOf(sabotage.proof))) return notTried('a prova não passa nem sem sabotagem')
  const undo = copy.change(sabotage.change)
  if (!undo) return notTried(`o texto a trocar não está em ${sabotage.change.file} exatamente uma vez`)
  const started = performance.now()
  try {
    const told = await runProof(place, sabotage.proof)
    return { sabotage, told, seconds: (performance.now() - started) / 1_000 }
  } finally {
    undo()
    if ('command' in sabotage.proof || sabotage.proof.built) copy.restoreBuild()
  }
}

/** One PostgreSQL for all proofs, in memory where the machine offers that; the database's account must pass the folder. */
async function prepareEnvironment(): Promise<NodeJS.ProcessEnv> {
  chmodSync(folder, 0o755)
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  const dataFolder = join(folder, 'dados')
  database = await startEmbeddedPostgres({ dataFolder, database: 'postgres', unsafeForTests: true })
  return {
    ...process.env,
    NODE_ENV: 'test',
    NO_COLOR: '1',
    TMPDIR: temporary,
    CARIMBO_TEST_DATABASE_URL: database.url,
    CARIMBO_TEST_TRANSLATED: join(folder, 'traduzidos'),
  }
}
