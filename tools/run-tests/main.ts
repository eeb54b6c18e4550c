// What `npm test` runs once the packages, Node 24 and the built program are there: every check, on one real PostgreSQL.
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { StartupProblem } from '../../src/platform/startup-problem.ts'
import { findBrowser } from './browser.ts'
import { makeQuickFolder } from './quick-folder.ts'
import { runStep, stopRunningSteps } from './run-step.ts'
import { allSteps, type Step, stepFor } from './steps.ts'
import { none, plus, type Tally, tallyOf, tallyOfOne } from './tally.ts'

const folder = makeQuickFolder('carimbo-testes-')
let database: { url: string; stop(): Promise<void> } | undefined
let interrupted: NodeJS.Signals | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted ??= signal
    stopRunningSteps()
  })
}

let total = none
try {
  total = await runAll(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartupProblem)) throw error
  console.error(`\n${error.message}`)
  total = { passed: 0, failed: 1, failures: [error.message] }
} finally {
  await database?.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
if (interrupted) console.error(`\nInterrupted by ${interrupted}.`)
if (total.failures.length > 0) console.log(`\nFailed:\n${total.failures.map((line) => `  ✗ ${line}`).join('\n')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || interrupted ? 1 : 0)

/** Checks of one thread each keep a core from idling beside the tests. What failed is told in the order of the steps. */
async function runAll(args: readonly string[]): Promise<Tally> {
  const started = performance.now()
  const steps = args.length > 0 ? [stepFor(args)] : allSteps
  const environment = await prepareEnvironment(steps)
  const lanes = [steps.filter(({ reports }) => !reports), steps.filter(({ reports }) => reports)]
  const tallies = await Promise.all(lanes.map((lane) => runInTurn(lane, environment)))
  console.log(`\n── everything took ${seconds(started)}`)
  return tallies.reduce(plus, none)
}

async function runInTurn(steps: readonly Step[], environment: NodeJS.ProcessEnv): Promise<Tally> {
  let sum = none
  for (const step of steps) {
    if (interrupted) break
    sum = plus(sum, await runOne(step, environment))
  }
  return sum
}

/** Whatever tests leave in their temporary folder goes away with this run's. The database's account must pass it. */
async function prepareEnvironment(steps: readonly Step[]): Promise<NodeJS.ProcessEnv> {
  await chmod(folder, 0o755)
  const temporary = join(folder, 'tmp')
  await mkdir(temporary)
  const browser = steps.some((step) => step.needsBrowser) ? { CARIMBO_CHROMIUM: await findBrowser() } : {}
  database = await startEmbeddedPostgres({
    dataFolder: join(folder, 'dados'),
    database: 'postgres',
    unsafeForTests: true,
  })
  return {
    ...process.env,
    ...browser,
    NODE_ENV: 'test',
    TMPDIR: temporary,
    CARIMBO_TEST_DATABASE_URL: database.url,
    CARIMBO_TEST_TRANSLATED: join(folder, 'traduzidos'),
  }
}

async function runOne(step: Step, environment: NodeJS.ProcessEnv): Promise<Tally> {
  const started = performance.now()
  if (step.reports) console.log(`\n── ${step.name}`)
  const report = join(folder, `${step.name.replaceAll(/\W+/g, '-')}.json`)
  const { code, said } = await runStep(step.command(report), environment, step.reports ? 'at once' : 'when it ends')
  const tally = step.reports ? tallyOf(report, code) : tallyOfOne(step.name, code)
  if (said.trim() !== '') console.log(`\n── ${step.name}\n${said.trimEnd()}`)
  console.log(`\n── ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'}, ${seconds(started)}`)
  return tally
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
