import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../../../src/platform/db/index.ts'
import { projectRoot } from '../../../src/platform/project-root.ts'
import { prepareHouse } from '../prepare-house.ts'
import { type KillKind, killKinds, openProgram, type Program } from '../program.ts'
import { type Random, randomOf } from '../random.ts'
import { password } from '../start-writers.ts'
import type { FloodTask } from './flood-task.ts'
import { type LettersFindings, openLetters } from './letters.ts'
import { openToyMailServer } from './toy-mail-server.ts'
import { type FloodFindings, verifyFlood } from './verify-flood.ts'

export interface FloodSetup {
  readonly workers: number
  /** Acts that take a number; 0: none. */
  readonly acts: number
  readonly copies: boolean
  /** Letters to be delivered by jobs; 0: none. */
  readonly letters: number
  /** How many times something is killed, evenly spread over what is done. */
  readonly kills: number
  readonly seed: string
  /** After so long no further act is begun: the report says how many there were. */
  readonly limitMs: number
  /** How long letters that are tried again may take at the end. */
  readonly patienceMs: number
  readonly say?: (sentence: string) => void
}

export interface FloodReport {
  readonly seed: string
  readonly kills: Readonly<Record<KillKind, number>>
  readonly slowestRecoveryMs: number
  readonly seconds: number
  readonly acts: FloodFindings | undefined
  readonly letters: LettersFindings | undefined
  readonly problems: readonly string[]
}

/**
 * One kind of thing done very often by very many, while the program and its database are killed: numbers taken, forms
 * pressed again and again, letters delivered by jobs.
 */
export async function runFlood(setup: FloodSetup): Promise<FloodReport> {
  const say = setup.say ?? (() => undefined)
  const random = randomOf(`${setup.seed} flood`)
  const house = await prepareHouse(setup.workers, password)
  const server = await openToyMailServer(randomOf(`${setup.seed} mail`))
  const program = await openProgram({
    dataFolder: house.dataFolder,
    environment: { SMTP_URL: server.url, CARIMBO_TRABALHOS: '4' },
  })
  const ledgerFile = join(house.ledgerFolder, 'atos.jsonl')
  let workers: Workers | undefined
  let sound = false
  try {
    await program.start()
    const began = performance.now()
    const letters = setup.letters > 0 ? await openLetters(program, server, setup.letters) : undefined
    const { acts, copies, seed } = setup
    const until = Date.now() + setup.limitMs
    const task: FloodTask = {
      ...{ address: program.address, seed, password, until },
      people: house.people,
      acts,
      copies,
      ledgerFile,
    }
    if (acts > 0) workers = startWorkers(task)
    const share = () => {
      const actsDone = workers ? workers.done() / acts : 1
      const lettersDone = letters ? server.taken() / setup.letters : 1
      return Math.max(Math.min(actsDone, lettersDone), (performance.now() - began) / setup.limitMs)
    }
    const faults = await killAlong(program, setup.kills, share, random, workers, say)
    await workers?.finish()
    await letters?.settled(setup.patienceMs)
    const seconds = (performance.now() - began) / 1000
    say('Conferindo…')
    const db = await openDatabase({
      url: program.databaseUrl(),
      poolSize: 2,
      statementTimeoutMs: 120_000,
      prepare: true,
    })
    const foundActs = workers ? await verifyFlood(db, ledgerFile, workers.done()) : undefined
    const foundLetters = letters ? await letters.verify(db) : undefined
    await db.end({ timeout: 5 })
    const code = await program.stop()
    const problems = [
      ...(foundActs?.problems ?? []),
      ...(foundLetters?.problems ?? []),
      // A mail server that hangs up is a failed job, and told as one.
      ...program.unexplained
        .filter((one) => !one.includes('mail server was not reached'))
        .map((one) => `o programa disse: ${one}`),
      ...(code === 0 ? [] : [`o programa encerrou com o código ${code}`]),
    ]
    sound = problems.length === 0
    return { seed, ...faults, seconds, acts: foundActs, letters: foundLetters, problems }
  } finally {
    workers?.abandon()
    program.abandon()
    await server.close()
    if (sound) await rm(dirname(house.dataFolder), { recursive: true, force: true, maxRetries: 5 })
    else say(`A pasta fica para exame: ${dirname(house.dataFolder)}`)
  }
}

/** Kills each time a further part of the work is done. */
async function killAlong(
  program: Program,
  count: number,
  share: () => number,
  random: Random,
  workers: Workers | undefined,
  say: (sentence: string) => void,
) {
  const kills: Record<KillKind, number> = { application: 0, database: 0, both: 0 }
  let slowestRecoveryMs = 0
  for (let round = 1; round <= count; round++) {
    const until = (round - 0.5 + random.fraction() * 0.5) / (count + 1)
    while (share() < until && workers?.failed() === undefined) await wait(20)
    if (workers?.failed() !== undefined) break
    const kind = round <= killKinds.length ? (killKinds[round - 1] ?? 'both') : random.pick(killKinds)
    const recoveryMs = await program.killAndRecover(kind)
    kills[kind] += 1
    slowestRecoveryMs = Math.max(slowestRecoveryMs, recoveryMs)
    say(`  ${Math.round(share() * 100)} %: morte (${kind}), de volta em ${(recoveryMs / 1000).toFixed(1)} s.`)
  }
  return { kills, slowestRecoveryMs }
}

function startWorkers(task: FloodTask) {
  const script = join(projectRoot, 'tools', 'faults', 'flood', 'flood-workers.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let rest = ''
  let done = 0
  let code: number | null | undefined
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    done += lines.length
  })
  const ended = new Promise<void>((resolve) =>
    child.once('close', (exitCode) => {
      code = exitCode
      resolve()
    }),
  )
  return {
    done: () => done,
    failed: () => (code === undefined || code === 0 ? undefined : said || `código ${code}`),
    abandon: () => void child.kill('SIGKILL'),
    finish: async () => {
      await ended
      if (code !== 0) throw new Error(`the workers failed:\n${said}`)
    },
  }
}

type Workers = ReturnType<typeof startWorkers>
