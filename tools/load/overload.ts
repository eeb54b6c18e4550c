import { actKinds } from '../faults/ledger.ts'
import { type CpuSoFar, cpuSoFar } from './processes.ts'
import type { Phase, Told } from './task.ts'
import { runTrial, type Trial } from './trial.ts'

export interface OverloadSetup {
  readonly seed: string
  readonly people: number
  readonly times: number
  /** Of the stretch of overload; the others are a third of it. */
  readonly seconds: number
  /** Settings of the program, to take its door away. */
  readonly environment?: Readonly<Record<string, string>>
  readonly say: (sentence: string) => void
}

export interface OverloadReport {
  readonly seed: string
  /** The most that was served in a second, with as many asking as the program lets in. */
  readonly maximum: number
  readonly calmP95Ms: number
  readonly offered: number
  readonly goodput: number
  readonly overload: Told
  readonly normalAfter: number | undefined
  /** Of the machine during the overload: how much of its work was not ours. */
  readonly otherLoad: number
  readonly acknowledged: number
  readonly lost: number
  readonly problems: readonly string[]
}

const longestReturnSeconds = 60
const leastGoodput = 0.8

/** Ten times what the program can do, and what becomes of it. */
export async function runOverload(setup: OverloadSetup): Promise<OverloadReport> {
  const { times, seconds, say } = setup
  const { value, found, problems } = await runTrial(setup, async (trial) => {
    const { crowd } = trial
    const stretch = Math.max(2, seconds / 3)
    const ask = async (words: string, phase: Phase) => {
      say(words)
      return crowd.ask(phase)
    }
    await ask('Aquecendo…', { kind: 'closed', atOnce: 16, seconds: stretch })
    const fulls = []
    for (const atOnce of [16, 32]) {
      fulls.push(await ask(`Medindo o máximo, ${atOnce} de cada vez…`, { kind: 'closed', atOnce, seconds: stretch }))
    }
    const maximum = Math.max(...fulls.map(perSecond))
    const calmPace = Math.max(1, maximum / 2)
    const calm = await ask('Medindo com folga…', { kind: 'open', perSecond: calmPace, seconds: stretch })
    const before = cpuOf(trial)
    const offered = maximum * times
    const words = `Pedindo ${Math.round(offered)} por segundo, ${times} vezes o máximo…`
    const overload = await ask(words, { kind: 'open', perSecond: offered, seconds })
    const otherLoad = shareOfOthers(before, cpuOf(trial))
    const p95Ms = calm.servedMs.p95 * 2 + 50
    const after = await ask('De volta ao normal…', {
      kind: 'open',
      perSecond: calmPace,
      seconds: longestReturnSeconds,
      untilNormal: { p95Ms },
    })
    return { maximum, calm, offered, overload, otherLoad, after }
  })
  const { maximum, calm, offered, overload, otherLoad, after } = value
  const { acts } = found
  const goodput = perSecond(overload)
  const normalAfter = after.normalAfter === undefined ? undefined : overload.drainSeconds + after.normalAfter
  return {
    seed: setup.seed,
    maximum,
    calmP95Ms: calm.servedMs.p95,
    offered,
    goodput,
    overload,
    normalAfter,
    otherLoad,
    acknowledged: actKinds.reduce((sum, kind) => sum + acts.acknowledged[kind], 0),
    lost: acts.lost.length,
    problems: [
      ...problems,
      ...(goodput < maximum * leastGoodput ? [`atendido sob sobrecarga: ${percent(goodput / maximum)} do máximo`] : []),
      ...(overload.fates.shed === 0 ? ['nada foi recusado, embora se pedisse mais do que cabe'] : []),
      ...(overload.fates.late > overload.sent / 100 ? [`${overload.fates.late} pedidos sem resposta em 10 s`] : []),
      ...(normalAfter === undefined || normalAfter > longestReturnSeconds
        ? [`não voltou ao normal em ${longestReturnSeconds} s`]
        : []),
      ...[calm, overload, after].flatMap(({ failures }) =>
        Object.entries(failures).map(([what, count]) => `${count} vezes: ${what}`),
      ),
    ],
  }
}

function perSecond({ servedWithin, seconds }: Told): number {
  return servedWithin / seconds
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

export function cpuOf({ program, crowd }: Trial): CpuSoFar {
  const { application, database } = program.pids()
  return cpuSoFar([application, crowd.pid, process.pid, ...database])
}

/** Of all processor time in between. Database processes that ended meanwhile count as others. */
export function shareOfOthers(before: CpuSoFar, after: CpuSoFar): number {
  const machine = after.machineMs - before.machineMs
  return machine > 0 ? Math.max(0, 1 - (after.ownMs - before.ownMs) / machine) : 0
}
