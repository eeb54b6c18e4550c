import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Findings, judge, verify } from '../faults/judge.ts'
import { type PreparedHouse, prepareHouse } from '../faults/prepare-house.ts'
import { openProgram, type Program } from '../faults/program.ts'
import { password } from '../faults/start-writers.ts'
import { type CrowdProcess, startCrowd } from './start-crowd.ts'

export interface Trial {
  readonly program: Program
  readonly house: PreparedHouse
  readonly crowd: CrowdProcess
}

export interface TrialSetup {
  readonly people: number
  readonly seed: string
  readonly environment?: Readonly<Record<string, string>>
  readonly say: (sentence: string) => void
}

export interface Judged<Value> {
  readonly value: Value
  readonly found: Findings
  /** Of what is kept: lost, twice, half made, tampered with, unexplained. */
  readonly problems: readonly string[]
}

/** As bin/start.mjs does. */
const asStarted = '--max-semi-space-size=16 --max-old-space-size=1024'

/** The real program on a house of its own, somebody's work on it, and then the ledger against all that is kept. */
export async function runTrial<Value>(
  setup: TrialSetup,
  work: (trial: Trial) => Promise<Value>,
): Promise<Judged<Value>> {
  const { people, seed, environment = {}, say } = setup
  say('Montando a casa…')
  const house = await prepareHouse(people, password)
  const program = await openProgram({
    dataFolder: house.dataFolder,
    // Visitors come from addresses of their own, as through a proxy.
    environment: { CARIMBO_PROXY: 'sim', NODE_OPTIONS: asStarted, ...environment },
  })
  let crowd: CrowdProcess | undefined
  let sound = false
  try {
    await program.start()
    crowd = await startCrowd(program, house, seed)
    const value = await work({ program, house, crowd })
    crowd.abandon()
    say('Conferindo o livro com o sistema…')
    const found = await verify(program, house, 120_000)
    const problems = await judge(program, found, house.dataFolder)
    sound = problems.length === 0
    return { value, found, problems }
  } finally {
    crowd?.abandon()
    program.abandon()
    if (sound) await rm(dirname(house.dataFolder), { recursive: true, force: true, maxRetries: 5 })
    else say(`A pasta fica para exame: ${dirname(house.dataFolder)}`)
  }
}
