import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Failpoint } from '../../src/platform/failpoints/index.ts'
import type { Flips } from './bit-flips.ts'
import { judge, verify } from './judge.ts'
import { actKinds } from './ledger.ts'
import { prepareHouse } from './prepare-house.ts'
import { type KillKind, killKinds, openProgram, type Program } from './program.ts'
import { randomOf } from './random.ts'
import { password, startWriters, type Writers } from './start-writers.ts'
import type { ActFindings } from './verify-acts.ts'
import type { HouseFindings } from './verify-house.ts'

export interface CampaignSetup {
  readonly rounds: number
  readonly writers: number
  readonly seed: string
  /** How long a round goes on before the kill, at least and at most. */
  readonly roundMs: readonly [number, number]
  /** Kinds of kill in turn; absent: by chance. */
  readonly kills?: readonly KillKind[]
  /** Steps at which the program is killed, one after the other, when the rounds are over. */
  readonly failpoints?: readonly Failpoint[]
  /** How long work after the answers may take at the end. */
  readonly patienceMs: number
  readonly say?: (sentence: string) => void
}

export interface CampaignReport {
  readonly seed: string
  readonly kills: Readonly<Record<KillKind, number>>
  /** How often the power of the disk was cut, and how often of these while the program was starting. */
  readonly cuts?: { readonly all: number; readonly atStart: number }
  /** How often another server took the place of the first, how often of these after a server that fell silent, and each time it took. */
  readonly failovers?: { readonly all: number; readonly silent: number; readonly recoveriesMs: readonly number[] }
  /** Bits turned on the disk of a stopped house, by kind of place, and who named them. */
  readonly flips?: Flips
  /** The longest time from a kill until all was ready again. */
  readonly slowestRecoveryMs: number
  readonly failpointsReached: number
  readonly acts: ActFindings
  readonly house: HouseFindings
  /** What the program told of itself that no kill explains. */
  readonly unexplained: readonly string[]
  readonly problems: readonly string[]
}

/**
 * Rounds of the one question that matters: is what was acknowledged still there? Writers work on the real program, which
 * is killed at a random moment and started again; in the end their ledgers are held against the system.
 */
export async function runCampaign(setup: CampaignSetup): Promise<CampaignReport> {
  const say = setup.say ?? (() => undefined)
  const house = await prepareHouse(setup.writers, password)
  const program = await openProgram({ dataFolder: house.dataFolder })
  let writers: Writers | undefined
  let sound = false
  try {
    await program.start()
    writers = startWriters(program, house, setup.seed)
    const { kills, slowestRecoveryMs } = await killInRounds(program, setup, writers, say)
    const missed = await dieAtEach(program, setup.failpoints ?? [], say)
    await writers.finish()
    say('Conferindo o livro com o sistema…')
    const found = await verify(program, house, setup.patienceMs)
    const { acts, house: kept } = found
    const problems = [
      ...(await judge(program, found, house.dataFolder)),
      ...missed.map((one) => `não se chegou a este passo: ${one}`),
    ]
    sound = problems.length === 0
    const failpointsReached = (setup.failpoints ?? []).length - missed.length
    return {
      seed: setup.seed,
      kills,
      slowestRecoveryMs,
      failpointsReached,
      acts,
      house: kept,
      unexplained: program.unexplained,
      problems,
    }
  } finally {
    writers?.abandon()
    program.abandon()
    // What went wrong is looked into where it happened.
    if (sound) await rm(dirname(house.dataFolder), { recursive: true, force: true, maxRetries: 5 })
    else say(`A pasta fica para exame: ${dirname(house.dataFolder)}`)
  }
}

async function killInRounds(
  program: Program,
  { rounds, seed, roundMs, kills: given }: CampaignSetup,
  writers: Writers,
  say: (sentence: string) => void,
) {
  const random = randomOf(`${seed} rounds`)
  const kills: Record<KillKind, number> = { application: 0, database: 0, both: 0 }
  let slowestRecoveryMs = 0
  for (let round = 0; round < rounds; round++) {
    const afterMs = random.whole(...roundMs)
    const kind = given ? (given[round % given.length] ?? 'application') : random.pick(killKinds)
    await wait(afterMs)
    const failed = writers.failed()
    if (failed !== undefined) throw new Error(`the writers gave up:\n${failed}`)
    say(`Rodada ${round + 1}: ${killNames[kind]} após ${afterMs} ms.`)
    const recoveryMs = await program.killAndRecover(kind)
    kills[kind] += 1
    slowestRecoveryMs = Math.max(slowestRecoveryMs, recoveryMs)
    say(`  pronto de novo em ${Math.round(recoveryMs)} ms.`)
  }
  return { kills, slowestRecoveryMs }
}

async function dieAtEach(program: Program, failpoints: readonly Failpoint[], say: (sentence: string) => void) {
  if (failpoints.length === 0) return []
  say(`Matando o programa em ${failpoints.length} passos determinados…`)
  const missed = await program.dieAt(failpoints)
  say(`  morreu em ${failpoints.length - missed.length} deles.`)
  return missed
}

export const killNames: Readonly<Record<KillKind, string>> = {
  application: 'morte do aplicativo',
  database: 'morte do banco',
  both: 'morte dos dois',
}

/** How many acts were acknowledged in all. */
export function totalOf({ acts }: CampaignReport): number {
  return actKinds.reduce((sum, kind) => sum + acts.acknowledged[kind], 0)
}
