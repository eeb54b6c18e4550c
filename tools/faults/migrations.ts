import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { aMigration, aUnit, manyCaseFiles, orderRun } from '../../test/support/builders-unit-migration.ts'
import { killNames } from './campaign.ts'
import { type Baseline, baselineOf, type Comparison, compareHouses } from './compare-houses.ts'
import {
  type MigrationStanding,
  selectPlannedKinds,
  selectStanding,
  selectUnlikePlan,
  sumUp,
} from './migrations.queries.ts'
import { prepareHouse } from './prepare-house.ts'
import { type KillKind, killKinds, openProgram, type Program } from './program.ts'
import { randomOf } from './random.ts'
import { selectBroken } from './verify-house.queries.ts'
import { verifyHouse } from './verify-house.ts'

export interface MigrationProofSetup {
  /** How many case files are open in the unit. */
  readonly caseFiles: number
  /** How often the second house is killed on the way. */
  readonly rounds: number
  readonly seed: string
  readonly say: (sentence: string) => void
}

export interface MigrationKill {
  readonly kind: KillKind
  /** Case files that were moved when it came. */
  readonly settled: number
  readonly recoveryMs: number
  /** From the kill until one more was moved. */
  readonly resumedMs: number
}

export interface MigrationReport {
  readonly seed: string
  readonly planned: readonly { readonly kind: string; readonly count: number }[]
  readonly kills: readonly MigrationKill[]
  readonly wholeMs: number
  readonly killedMs: number
  readonly comparison: Comparison
  readonly problems: readonly string[]
}

/** So long nothing moving is a failure: a run without a sign of life is taken up after a minute, and looked for each minute. */
const standstillMs = 5 * 60_000

interface Scene {
  readonly folder: string
  readonly dataFolders: readonly [whole: string, killed: string]
  readonly baseline: Baseline
  /** What a world that was written at once does not keep of the invariants: nothing may come to it. */
  readonly broken: ReadonlySet<string>
}

/**
 * The same unit with all it has in hand is migrated in two equal houses by the real program. One is left in peace; in
 * the other program and database are killed in the middle, again and again. In the end every row of both is compared, and
 * each of both with what the dry run had foreseen.
 */
export async function runMigrationProof(setup: MigrationProofSetup): Promise<MigrationReport> {
  const { caseFiles, say } = setup
  say(`Preparando duas casas iguais com ${caseFiles} processos abertos na unidade…`)
  const scene = await prepareScene(caseFiles)
  const [whole, killed] = await Promise.all(
    scene.dataFolders.map((dataFolder) => openProgram({ dataFolder, journal: `${dataFolder}.log` })),
  )
  if (!whole || !killed) throw new Error('no program')
  let sound = false
  try {
    // One after the other: both remember the same port.
    await whole.start()
    await killed.start()
    const [wholeMs, { kills, killedMs }] = await Promise.all([
      untilDone(whole).then((ms) => {
        say(`A casa deixada em paz terminou em ${Math.round(ms / 1000)} s.`)
        return ms
      }),
      killOnTheWay(killed, setup),
    ])
    say('Comparando as duas casas…')
    const report = await judgeBoth([whole, killed], scene, setup)
    sound = report.problems.length === 0
    return { seed: setup.seed, kills, wholeMs, killedMs, ...report }
  } finally {
    whole.abandon()
    killed.abandon()
    if (sound) rmSync(scene.folder, { recursive: true, force: true, maxRetries: 5 })
    else say(`A pasta fica para exame: ${scene.folder}`)
  }
}

/** One house, in which the run is ordered but nobody works, and its copy. */
async function prepareScene(caseFiles: number): Promise<Scene> {
  const { dataFolder } = await prepareHouse(0, '')
  const folder = dirname(dataFolder)
  const embedded = await startEmbeddedPostgres({ dataFolder })
  const db = await openDatabase({ url: embedded.url, poolSize: 4, statementTimeoutMs: 600_000, prepare: true })
  const house = { db, platform: { clock: () => new Date() } }
  await manyCaseFiles(house, caseFiles)
  await aUnit(house, 'NOVA', ['marina'])
  await orderRun(house, await aMigration(house))
  const broken = new Set(await selectBroken(db))
  const baseline = await baselineOf(db, new Date())
  await db.end({ timeout: 5 })
  await embedded.stop()
  mkdirSync(join(folder, 'outra'), { mode: 0o755 })
  const copy = join(folder, 'outra', 'dados')
  const copied = spawnSync('cp', ['-a', dataFolder, copy], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(`the house was not copied: ${copied.stderr}`)
  return { folder, dataFolders: [dataFolder, copy], baseline, broken }
}

/** Kills at moments by chance, told by how much was moved, program, database and both in turn. */
async function killOnTheWay(program: Program, { caseFiles, rounds, seed, say }: MigrationProofSetup) {
  const began = performance.now()
  const random = randomOf(`${seed} migration`)
  const moments = Array.from({ length: rounds }, () => random.whole(1, Math.floor(caseFiles * 0.95))).sort(
    (a, b) => a - b,
  )
  const kills: MigrationKill[] = []
  for (const [round, moment] of moments.entries()) {
    const before = await until(program, ({ settled, state }) => settled >= moment || state !== 'running')
    if (before.state !== 'running') break
    const kind = killKinds[round % killKinds.length] ?? 'both'
    say(`Rodada ${round + 1}: ${killNames[kind]} com ${before.settled} processos migrados.`)
    const fell = performance.now()
    const recoveryMs = await program.killAndRecover(kind)
    const { settled } = await until(program, () => true)
    await until(program, (now) => now.settled > settled || now.state !== 'running')
    const resumedMs = performance.now() - fell
    kills.push({ kind, settled, recoveryMs, resumedMs })
    say(
      `  pronto de novo em ${Math.round(recoveryMs)} ms; a migração andou de novo em ${Math.round(resumedMs / 1000)} s.`,
    )
  }
  await untilDone(program)
  return { kills, killedMs: performance.now() - began }
}

async function untilDone(program: Program): Promise<number> {
  const began = performance.now()
  await until(program, ({ state }) => state !== 'running')
  return performance.now() - began
}

/** Looks until something is so; gives up when nothing has moved for long. */
async function until(program: Program, isSo: (now: MigrationStanding) => boolean): Promise<MigrationStanding> {
  let [settled, moved] = [-1, performance.now()]
  for (;;) {
    const now = await withDatabase(program, selectStanding).catch(() => undefined)
    if (now && isSo(now)) return now
    if (now && now.settled !== settled) [settled, moved] = [now.settled, performance.now()]
    if (performance.now() - moved > standstillMs) throw new Error(`the migration stands still: ${JSON.stringify(now)}`)
    await wait(500)
  }
}

async function judgeBoth(
  programs: readonly [Program, Program],
  { dataFolders, baseline, broken }: Scene,
  { caseFiles }: MigrationProofSetup,
): Promise<Pick<MigrationReport, 'planned' | 'comparison' | 'problems'>> {
  const problems: string[] = []
  const databases: Pool[] = []
  try {
    for (const [at, program] of programs.entries()) {
      const db = await openFor(program)
      databases.push(db)
      const found = await verifyHouse(db, dataFolders[at] ?? '', 10 * 60_000)
      const wrong = [
        ...(await selectUnlikePlan(db, caseFiles)),
        ...found.halfMade.filter((one) => !broken.has(one)).map((one) => `pela metade: ${one}`),
        ...found.history.map((one) => `histórico: ${one}`),
        ...found.undoneWork,
        ...program.unexplained.map((one) => `o programa disse: ${one}`),
      ]
      problems.push(...wrong.map((one) => `${at === 0 ? 'casa em paz' : 'casa que caiu'}: ${one}`))
      await sumUp(db)
    }
    const [one, other] = databases as [Pool, Pool]
    const comparison = await compareHouses(one, other, baseline)
    problems.unshift(...comparison.differences.map((difference) => `diferença: ${difference}`))
    const planned = await selectPlannedKinds(one)
    for (const program of programs) {
      const code = await program.stop()
      if (code !== 0) problems.push(`o programa encerrou com o código ${code}`)
    }
    return { planned, comparison, problems }
  } finally {
    await Promise.all(databases.map((db) => db.end({ timeout: 5 })))
  }
}

async function withDatabase<T>(program: Program, look: (db: Database) => Promise<T>): Promise<T> {
  const db = await openFor(program)
  try {
    return await look(db)
  } finally {
    await db.end({ timeout: 1 })
  }
}

function openFor(program: Program): Promise<Pool> {
  return openDatabase({ url: program.databaseUrl(), poolSize: 2, statementTimeoutMs: 300_000, prepare: true })
}
