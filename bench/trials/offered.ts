import { quantile } from '../measure.ts'

/** What became of a load that comes whether or not the program keeps up. */
export interface Offered {
  /** Milliseconds from when each should have begun until it was done, sorted, by what it answered. */
  readonly took: ReadonlyMap<string, readonly number[]>
  /** How many could not even be sent because too many were waiting. */
  readonly turnedAway: number
  readonly elapsedMs: number
}

/** `act` answers a word for what became of it; an error is one of its own. */
export async function offer(parts: {
  readonly perSecond: number
  readonly seconds: number
  readonly atMostWaiting: number
  readonly act: (n: number) => Promise<string>
}): Promise<Offered> {
  const { perSecond, seconds, atMostWaiting, act } = parts
  const took = new Map<string, number[]>()
  const under = new Set<Promise<void>>()
  const begun = performance.now()
  let [n, turnedAway] = [0, 0]
  while (performance.now() - begun < seconds * 1000) {
    for (; n < ((performance.now() - begun) / 1000) * perSecond; n++) {
      if (under.size >= atMostWaiting) {
        turnedAway++
        continue
      }
      const due = begun + (n / perSecond) * 1000
      const one = act(n)
        .catch(() => 'erro')
        .then((word) => {
          const list = took.get(word) ?? []
          list.push(performance.now() - due)
          took.set(word, list)
          under.delete(one)
        })
      under.add(one)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(under)
  const sorted = new Map([...took].map(([word, list]) => [word, list.sort((a, b) => a - b)] as const))
  return { took: sorted, turnedAway, elapsedMs: performance.now() - begun }
}

export function p99Of({ took }: Offered, word: string): number | undefined {
  const list = took.get(word)
  return list && list.length > 0 ? quantile(list, 0.99) : undefined
}

export function countOf({ took }: Offered, word: string): number {
  return took.get(word)?.length ?? 0
}
