import { type CpuMs, cpuSoFar } from './house/processes.ts'

/** What was measured of one side at one number of connections, over all its rounds. */
export interface Sample {
  readonly count: number
  /** Done a second: the median of the rounds. */
  readonly rate: number
  readonly p50: number
  readonly p99: number
  /** CPU of an act, in milliseconds. */
  readonly cpu: CpuMs
}

export interface Pids {
  readonly application: number
  readonly database: number
}

/** Does one act as one of those at work at the same time; answers nothing. */
export type Work = (worker: number) => Promise<void>

/** One round: as many workers as connections, each beginning its next act when the last is done. */
export async function round(work: Work, workers: number, seconds: number, pids: Pids): Promise<Round> {
  const latencies: number[] = []
  const before = cpuSoFar(pids.application, pids.database)
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let start = performance.now(); start < end; start = performance.now()) {
        await work(worker)
        latencies.push(performance.now() - start)
      }
    }),
  )
  const elapsedMs = performance.now() - begun
  const after = cpuSoFar(pids.application, pids.database)
  return {
    latencies,
    rate: latencies.length / (elapsedMs / 1000),
    cpu: { application: after.application - before.application, database: after.database - before.database },
  }
}

export interface Round {
  readonly latencies: readonly number[]
  readonly rate: number
  readonly cpu: CpuMs
}

export function sampleOf(rounds: readonly Round[]): Sample {
  const latencies = rounds.flatMap((one) => one.latencies).sort((a, b) => a - b)
  const sum = (of: (round: Round) => number) => rounds.reduce((total, one) => total + of(one), 0)
  const count = Math.max(1, latencies.length)
  return {
    count: latencies.length,
    rate: median(rounds.map(({ rate }) => rate)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: { application: sum(({ cpu }) => cpu.application) / count, database: sum(({ cpu }) => cpu.database) / count },
  }
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}

/** Of sorted values. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
