import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CampaignReport } from './campaign.ts'
import { judge, verify } from './judge.ts'
import { readLedgers } from './ledger.ts'
import { openPair, type PairOfServers } from './pair-of-servers.ts'
import { type PreparedHouse, prepareHouse } from './prepare-house.ts'
import { openProgram, type Program } from './program.ts'
import { type Random, randomOf } from './random.ts'
import { password, startWriters, type Writers } from './start-writers.ts'

export interface FailoverSetup {
  readonly rounds: number
  readonly writers: number
  readonly seed: string
  /** How long a round goes on before the server is lost, at least and at most. */
  readonly roundMs: readonly [number, number]
  readonly patienceMs: number
  /** The follower confirms nothing and is held behind: the proof must find what is lost so. */
  readonly asynchronous?: boolean
  readonly say?: (sentence: string) => void
}

/** How long somebody may take to see that a silent server has to be fenced off. */
const silenceMs = [500, 3_000] as const
/** So long an old server is there before anybody looks who came to it: the program looks every two seconds. */
const temptationMs = 4_000
/** So long the new one is silent beside it: the program waits two seconds for an answer before it knows. */
const lonelyMs = 6_000
const behindMs = 4_000

interface Scene {
  readonly house: PreparedHouse
  readonly pair: PairOfServers
  readonly program: Program
  readonly writers: Writers
}

/**
 * Rounds in which the server of the database is lost, for good or only to us, and its follower takes its place. The program
 * is never told: it has two addresses. Then the old server comes back as if nothing had happened, and nobody may go to it.
 */
export async function runFailovers(setup: FailoverSetup): Promise<CampaignReport> {
  const say = setup.say ?? (() => undefined)
  const house = await prepareHouse(setup.writers, password)
  let sound = false
  const ending: (() => void)[] = []
  const end = () => {
    for (const step of ending.splice(0).reverse()) step()
  }
  const endEarly = () => {
    end()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, endEarly)
  try {
    const pair = await openPair(house.dataFolder, !setup.asynchronous)
    ending.push(pair.abandon)
    const program = await openProgram({
      dataFolder: house.dataFolder,
      databaseUrl: pair.url,
      environment: { DATABASE_URL: pair.address },
    })
    ending.push(program.abandon)
    await program.start()
    const writers = startWriters(program, house, setup.seed)
    ending.push(writers.abandon)
    const { problems: met, ...failovers } = await loseInRounds({ house, pair, program, writers }, setup, say)
    await writers.finish()
    say('Conferindo o livro com o sistema…')
    const found = await verify(program, house, setup.patienceMs)
    const problems = [...met, ...(await judge(program, found, house.dataFolder))]
    sound = problems.length === 0
    return {
      seed: setup.seed,
      kills: { application: 0, database: 0, both: 0 },
      failovers,
      slowestRecoveryMs: Math.max(0, ...failovers.recoveriesMs),
      failpointsReached: 0,
      acts: found.acts,
      house: found.house,
      unexplained: program.unexplained,
      problems,
    }
  } finally {
    end()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, endEarly)
    const folder = dirname(house.dataFolder)
    // What went wrong is looked into where it happened; what was broken on purpose is known.
    if (sound || setup.asynchronous) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    else say(`A pasta fica para exame: ${folder}`)
  }
}

async function loseInRounds(scene: Scene, setup: FailoverSetup, say: (sentence: string) => void) {
  const { pair, program, writers } = scene
  const random = randomOf(`${setup.seed} failovers`)
  const recoveriesMs: number[] = []
  const problems: string[] = []
  let silent = 0
  for (let round = 1; round <= setup.rounds; round++) {
    const afterMs = random.whole(...setup.roundMs)
    const isSilent = random.chance(0.5)
    await wait(afterMs)
    const failed = writers.failed()
    if (failed !== undefined) throw new Error(`the writers gave up:\n${failed}`)
    if (setup.asynchronous) {
      await pair.cutReplication()
      await wait(behindMs)
    }
    say(`Rodada ${round}: o servidor principal ${isSilent ? 'emudece' : 'morre'} após ${afterMs} ms.`)
    const recoveryMs = await program.outlive(() => lose(scene, isSilent, random))
    recoveriesMs.push(recoveryMs)
    silent += isSilent ? 1 : 0
    say(`  ato confirmado pelo outro ${Math.round(recoveryMs)} ms depois.`)
    if (setup.asynchronous) continue
    problems.push(...(await tempt(scene, random)).map((one) => `rodada ${round}: ${one}`))
    await pair.rebuildStandby()
  }
  return { all: setup.rounds, silent, recoveriesMs, problems }
}

/** The server is lost; ends when somebody's act was confirmed by the other one. */
async function lose({ pair, house }: Scene, isSilent: boolean, random: Random): Promise<void> {
  if (isSilent) {
    pair.silencePrimary()
    await wait(random.whole(...silenceMs))
  }
  pair.killPrimary()
  await pair.promoteStandby()
  const before = confirmedIn(house)
  for (const began = performance.now(); confirmedIn(house) <= before; await wait(20)) {
    if (performance.now() - began > 90_000) throw new Error('nothing was confirmed any more')
  }
}

/**
 * The old server is there again and takes writes. Neither the program nor the program started anew may go to it: not beside
 * the new one, and not while the new one is silent and the old one is all there is.
 */
async function tempt({ pair, program }: Scene, random: Random): Promise<string[]> {
  await pair.bringBackOld()
  if (random.chance(0.3)) await program.killAndRecover('application')
  await wait(temptationMs)
  const beside = await pair.countIntruders()
  pair.silencePrimary()
  await wait(lonelyMs)
  const alone = await pair.countIntruders()
  pair.wakePrimary()
  return [
    ...(beside.intruders > 0 ? [`o servidor antigo voltou, e o programa o usou (${beside.intruders} conexões)`] : []),
    ...(beside.lookouts === 0 ? ['o servidor antigo voltou, e o programa nem o viu'] : []),
    ...(alone.intruders > 0
      ? [`o novo emudeceu, e o programa usou o servidor antigo (${alone.intruders} conexões)`]
      : []),
  ]
}

function confirmedIn({ ledgerFolder }: PreparedHouse): number {
  return readLedgers(ledgerFolder).filter(({ type }) => type === 'acknowledged').length
}
