import type { Standing } from '../../src/platform/http/admission.ts'
import type { Answered, Ask } from './asking.ts'
import type { Fate, Normal, Spread, Told } from './task.ts'

interface Seen {
  readonly at: number
  readonly ms: number
  readonly fate: Fate
}

/** What one stretch of asking came to. */
export interface Tally {
  sent(standing: Standing): void
  note(ask: Ask, answered: Answered): void
  /** Seconds since the beginning from which on all has been normal for two seconds. */
  normalSince(normal: Normal): number | undefined
  told(normalAfter?: number): Told
}

const halfSecond = 500
const halvesToHold = 4

export function openTally(): Tally {
  const began = performance.now()
  const fates: Record<Fate, number> = { served: 0, shed: 0, late: 0, failed: 0 }
  const shed: Record<Standing, { shed: number; sent: number }> = {
    writing: { shed: 0, sent: 0 },
    reading: { shed: 0, sent: 0 },
    visiting: { shed: 0, sent: 0 },
  }
  const failures: Record<string, number> = {}
  const seen: Seen[] = []
  return {
    sent: (standing) => {
      shed[standing].sent += 1
    },
    note: ({ standing }, { fate, ms, why }) => {
      fates[fate] += 1
      if (fate === 'shed') shed[standing].shed += 1
      if (fate === 'failed') failures[why] = (failures[why] ?? 0) + 1
      seen.push({ at: performance.now() - began, ms, fate })
    },
    normalSince: ({ p95Ms }) => {
      const now = Math.floor((performance.now() - began) / halfSecond)
      const halves = Map.groupBy(seen, ({ at }) => Math.floor(at / halfSecond))
      for (let half = now - halvesToHold; half < now; half++) {
        const answers = halves.get(half) ?? []
        const isNormal =
          answers.length > 0 &&
          answers.every(({ fate }) => fate === 'served') &&
          spreadOf(answers.map(({ ms }) => ms)).p95 <= p95Ms
        if (half < 0 || !isNormal) return undefined
      }
      return ((now - halvesToHold) * halfSecond) / 1000
    },
    told: (normalAfter) => {
      const ofFate = (which: Fate) => spreadOf(seen.filter(({ fate }) => fate === which).map(({ ms }) => ms))
      return {
        type: 'told',
        seconds: (performance.now() - began) / 1000,
        drainSeconds: 0,
        servedWithin: fates.served,
        sent: shed.writing.sent + shed.reading.sent + shed.visiting.sent,
        fates: { ...fates },
        shed,
        servedMs: ofFate('served'),
        shedMs: ofFate('shed'),
        normalAfter,
        failures,
        kinds: [],
      }
    },
  }
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
