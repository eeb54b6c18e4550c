import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/db/index.ts'
import type { CampaignReport } from './campaign.ts'
import { type ForgetfulDisk, openForgetfulDisk } from './forgetful-disk.ts'
import { type Findings, judge, verify } from './judge.ts'
import { type ActKind, actKinds, readLedgers } from './ledger.ts'
import { furnishHouse, type PreparedHouse } from './prepare-house.ts'
import { openProgram, type Program } from './program.ts'
import { type Random, randomOf } from './random.ts'
import { environmentOf, type Sabotage, sabotageDatabase } from './sabotage.ts'
import { password, startWriters, type Writers } from './start-writers.ts'
import { verifyActs } from './verify-acts.ts'
import { selectBrokenPromises, selectDamage } from './verify-database.queries.ts'
import { verifyKept } from './verify-house.ts'

export interface PowerCutSetup {
  readonly rounds: number
  readonly writers: number
  readonly seed: string
  /** How long a round goes on before the cut, at least and at most. */
  readonly roundMs: readonly [number, number]
  readonly patienceMs: number
  readonly sabotage?: Sabotage | undefined
  readonly say: (sentence: string) => void
}

const diskMegabytes = 2_048

interface Scene {
  readonly disk: ForgetfulDisk
  readonly house: PreparedHouse
  readonly program: Program
}

/**
 * Rounds in which the power goes: database, files and keys stand on a disk that forgets what was not asked to be kept, and
 * everything ends at once. The ledger stands elsewhere. After each cut the house is compared with it, before anybody goes on
 * writing. The same disk goes through all rounds; in the end it is taken away, whatever happened.
 */
export async function runPowerCuts(setup: PowerCutSetup): Promise<CampaignReport> {
  const folder = mkdtempSync(join(tmpdir(), 'carimbo-faltas-'))
  // The account that runs PostgreSQL for root must be able to pass.
  await chmod(folder, 0o755)
  const ending: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const end = () => {
    for (const step of ending.splice(0).reverse()) step()
  }
  const endEarly = () => {
    end()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endEarly)
  // An error that nobody took ends the process without passing below.
  process.once('exit', end)
  try {
    setup.say('Preparando o disco e a casa…')
    const disk = openForgetfulDisk(folder, diskMegabytes)
    ending.push(disk.remove)
    const folders = { dataFolder: join(disk.path, 'dados'), ledgerFolder: join(folder, 'livro') }
    const house = await furnishHouse(folders, setup.writers, password)
    assertOn(disk, folders.dataFolder)
    if (setup.sabotage === 'database') sabotageDatabase(join(folders.dataFolder, 'postgres'))
    disk.settle()
    const program = await openProgram({
      dataFolder: folders.dataFolder,
      journal: join(folder, 'programa.log'),
      environment: environmentOf(setup.sabotage),
    })
    ending.push(program.abandon)
    await program.start()
    const writers = startWriters(program, house, setup.seed)
    ending.push(writers.abandon)
    return await cutInRounds({ disk, house, program }, writers, setup)
  } finally {
    end()
    process.off('exit', end)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, endEarly)
  }
}

async function cutInRounds(scene: Scene, writers: Writers, setup: PowerCutSetup): Promise<CampaignReport> {
  const { house, program } = scene
  const { rounds, seed, roundMs, say } = setup
  const random = randomOf(`${seed} cuts`)
  const cuts = { all: 0, atStart: 0 }
  let slowestRecoveryMs = 0
  const report = ({ acts, house: kept }: Findings, problems: readonly string[]): CampaignReport => ({
    seed,
    kills: { application: 0, database: 0, both: 0 },
    cuts,
    slowestRecoveryMs,
    failpointsReached: 0,
    acts,
    house: kept,
    unexplained: program.unexplained,
    problems,
  })
  for (let round = 1; round <= rounds; round++) {
    const afterMs = random.whole(...roundMs)
    await wait(afterMs)
    const failed = writers.failed()
    if (failed !== undefined) throw new Error(`the writers gave up:\n${failed}`)
    say(`Rodada ${round}: corte de energia após ${afterMs} ms.`)
    await cutPower(scene)
    cuts.all += 1
    // They have seen that nobody answers; what each of them knows stays as it is until the house was looked at.
    writers.pause()
    if (await cutAgainAtStart(scene, random, say)) {
      cuts.all += 1
      cuts.atStart += 1
    }
    const recovered = await program.recover().catch((error: unknown) => String((error as Error).message))
    if (typeof recovered === 'string') {
      return report(nothingFound(), [`rodada ${round}: o programa não voltou: ${recovered.slice(0, 2_000)}`])
    }
    slowestRecoveryMs = Math.max(slowestRecoveryMs, recovered)
    const { found, problems } = await lookAround(scene, setup)
    say(`  pronto de novo em ${Math.round(recovered)} ms, ${found.house.files} arquivos, ${problems.length} problemas.`)
    // What is lost stays lost: those who go on writing would only trip over it.
    if (problems.length > 0)
      return report(
        found,
        problems.map((one) => `rodada ${round}: ${one}`),
      )
    writers.goOn()
  }
  await writers.finish()
  say('Conferindo o livro com o sistema…')
  const found = await verify(program, house, setup.patienceMs)
  return report(found, await judge(program, found, house.dataFolder))
}

async function cutPower({ disk, program }: Scene): Promise<void> {
  await program.loseDisk(disk.cutPower)
  disk.bringBack()
}

/** The power often fails twice: here and there it goes again while the program is playing its journal and starting. */
async function cutAgainAtStart(scene: Scene, random: Random, say: (sentence: string) => void): Promise<boolean> {
  const again = random.chance(0.25)
  const afterMs = random.whole(50, 2_500)
  if (!again) return false
  say(`  e outro, ${afterMs} ms depois de começar a voltar.`)
  const starting = scene.program.recover().catch(() => undefined)
  await wait(afterMs)
  await cutPower(scene)
  await starting
  return true
}

/** The house right after a cut, with its work still waiting, against what the ledger said when the power went. */
async function lookAround({ house, program }: Scene, { sabotage }: PowerCutSetup) {
  const url = program.databaseUrl()
  const db = await openDatabase({ url, poolSize: 4, statementTimeoutMs: 120_000, prepare: true })
  try {
    const damage = await selectDamage(db)
    const acts = await verifyActs(db, readLedgers(house.ledgerFolder))
    const kept = await verifyKept(db, house.dataFolder)
    const found: Findings = { acts, house: { ...kept, undoneWork: [], swept: 0 } }
    const problems = [
      ...(sabotage ? [] : await selectBrokenPromises(db)),
      ...damage.map((one) => `banco danificado: ${one}`),
      ...acts.lost.map((one) => `perdido: ${one}`),
      ...acts.twice.map((one) => `em dobro: ${one}`),
      ...acts.otherAnswers.map((one) => `outra resposta: ${one}`),
      // Who was signed in and is not any more has lost something, too.
      ...acts.refused.map((one) => `recusado ou sem resposta: ${one}`),
      ...kept.halfMade.map((one) => `pela metade: ${one}`),
      ...kept.history.map((one) => `histórico: ${one}`),
    ]
    return { found, problems }
  } finally {
    await db.end({ timeout: 5 })
  }
}

/** Of a house that does not open nothing is found. */
function nothingFound(): Findings {
  const acknowledged = Object.fromEntries(actKinds.map((kind) => [kind, 0])) as Record<ActKind, number>
  return {
    acts: { acknowledged, copies: 0, retries: 0, lost: [], twice: [], otherAnswers: [], refused: [] },
    house: { halfMade: [], history: [], undoneWork: [], files: 0, events: 0, unnamedFiles: [], swept: 0 },
  }
}

/** A cluster that was put elsewhere, where nothing is forgotten, would prove nothing. */
function assertOn(disk: ForgetfulDisk, dataFolder: string): void {
  const device = statSync(disk.path).dev
  if (statSync(join(dataFolder, 'postgres', 'base')).dev !== device) throw new Error('the cluster is on another disk')
}
