import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase, type Pool } from '../../src/platform/db/index.ts'
import { selectWaitingWork } from '../faults/verify-house.queries.ts'
import { cpuOf, shareOfOthers } from './overload.ts'
import { descriptors, diskMiB, memoryMiB, residentMiB } from './processes.ts'
import { selectConnections } from './soak.queries.ts'
import type { Told } from './task.ts'
import { runTrial, type Trial } from './trial.ts'

export interface SoakSetup {
  readonly seed: string
  readonly people: number
  readonly minutes: number
  /** Of the nominal load of 8 documents and 200 views a second. */
  readonly share: number
  readonly say: (sentence: string) => void
}

export interface Sample {
  readonly second: number
  readonly programMiB: number
  readonly databaseMiB: number
  readonly descriptors: number
  readonly connections: number
  readonly jobs: number
  readonly diskMiB: number
  readonly otherLoad: number
}

export interface SoakReport {
  readonly seed: string
  readonly minutes: number
  readonly share: number
  /** The median of the first and of the last third after warm-up. */
  readonly first: Sample
  readonly last: Sample
  readonly told: Told
  readonly lost: number
  readonly problems: readonly string[]
  /** Beyond its bound, but a matter of the machine as much as of the program: told, not judged. */
  readonly remarks: readonly string[]
}

export const nominal = { documentsPerSecond: 8, viewsPerSecond: 200 } as const
const mostGrowth = 0.05
const mostDrift = 0.1
/** Connections of a pool and sockets of browsers come and go by a few. */
const fewDescriptors = 8

/** An ordinary day, again and again: whatever grows by itself shows. */
export async function runSoak(setup: SoakSetup): Promise<SoakReport> {
  const { minutes, share, say } = setup
  const seconds = minutes * 60
  const warmSeconds = Math.min(600, seconds / 3)
  const { value, found, problems } = await runTrial(setup, async (trial) => {
    const samples: Sample[] = []
    const asking = trial.crowd.ask({
      kind: 'soak',
      viewsPerSecond: nominal.viewsPerSecond * share,
      documentsPerSecond: nominal.documentsPerSecond * share,
      seconds,
      warmSeconds,
    })
    say(`Um dia comum por ${minutes} minutos; os primeiros ${Math.round(warmSeconds / 60)} são de aquecimento…`)
    const told = await sampling(trial, asking, samples, seconds)
    return { samples, told }
  })
  const { samples, told } = value
  const span = (seconds - warmSeconds) / 3
  const within = (from: number, to: number) => medianOf(samples.filter(({ second }) => second >= from && second <= to))
  const [first, last] = [within(warmSeconds, warmSeconds + span), within(seconds - span, seconds)]
  const drifted = told.kinds.filter(({ firstP95, lastP95 }) => lastP95 > firstP95 * (1 + mostDrift)).length
  const drifts = drifted > 0 ? [`o p95 subiu mais de 10 % em ${drifted} de ${told.kinds.length} linhas`] : []
  return {
    seed: setup.seed,
    minutes,
    share,
    first,
    last,
    told,
    lost: found.acts.lost.length,
    problems: [
      ...problems,
      ...grown('memória do programa', first.programMiB, last.programMiB * (1 - mostGrowth)),
      ...grown('descritores', first.descriptors + fewDescriptors, last.descriptors),
      ...grown('conexões', first.connections + 2, last.connections),
      ...Object.entries(told.failures).map(([what, count]) => `${count} vezes: ${what}`),
    ],
    remarks: [...drifts, ...grown('memória do banco', first.databaseMiB, last.databaseMiB * (1 - mostGrowth))],
  }
}

async function sampling(trial: Trial, asking: Promise<Told>, samples: Sample[], seconds: number): Promise<Told> {
  const { program, house } = trial
  const url = program.databaseUrl()
  const db = await openDatabase({ url, poolSize: 1, statementTimeoutMs: 20_000, prepare: true })
  const everyMs = Math.max(2_000, (seconds * 1000) / 300)
  const began = performance.now()
  let told: Told | undefined
  let failed: unknown
  asking.then(
    (answer) => {
      told = answer
    },
    (error) => {
      failed = error
    },
  )
  try {
    for (let before = cpuOf(trial); !told; ) {
      if (failed) throw failed
      await wait(everyMs)
      const now = cpuOf(trial)
      samples.push(
        await sample(trial, db, house.dataFolder, (performance.now() - began) / 1000, shareOfOthers(before, now)),
      )
      before = now
    }
    return told
  } finally {
    await db.end({ timeout: 5 })
  }
}

async function sample(
  { program }: Trial,
  db: Pool,
  folder: string,
  second: number,
  otherLoad: number,
): Promise<Sample> {
  const { application, database } = program.pids()
  const [connections, work] = await Promise.all([selectConnections(db), selectWaitingWork(db)])
  return {
    second,
    programMiB: residentMiB(application),
    databaseMiB: memoryMiB(database),
    descriptors: descriptors(application),
    connections,
    jobs: work.jobs + work.mail + work.index,
    diskMiB: diskMiB(folder),
    otherLoad,
  }
}

function grown(what: string, first: number, last: number): string[] {
  return last > first ? [`${what}: cresceu além do limite`] : []
}

function medianOf(samples: readonly Sample[]): Sample {
  const of = (what: keyof Sample) => {
    const sorted = samples.map((one) => one[what]).sort((one, other) => one - other)
    return sorted[Math.floor(sorted.length / 2)] ?? 0
  }
  return {
    second: of('second'),
    programMiB: of('programMiB'),
    databaseMiB: of('databaseMiB'),
    descriptors: of('descriptors'),
    connections: of('connections'),
    jobs: of('jobs'),
    diskMiB: of('diskMiB'),
    otherLoad: of('otherLoad'),
  }
}
