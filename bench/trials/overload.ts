import { the } from '../acts/act.ts'
import { round } from '../measure.ts'
import { at } from '../world/registers.ts'
import { digitsOf } from '../world/world.queries.ts'
import { countOf, offer, p99Of } from './offered.ts'
import type { Trial } from './trial.ts'

/** M4: four times as many as can be served; how many are, how those are told that are not, and when all is well again. */
export const overload: Trial = {
  name: 'excesso',
  title: 'quatro vezes a capacidade',
  async run({ hands, pids, seconds, say }) {
    const duration = Math.max(4, seconds * 10)
    let n = 0
    const page = () => `/em/${at.desk}/processos/${digitsOf(1, 1 + ((n++ * 7919) % 10_000))}`
    say('quatro vezes a capacidade: a capacidade')
    const alone = await round(
      async (worker) => void (await the(hands.browsers, worker).get(page())),
      32,
      Math.max(3, seconds * 3),
      pids,
    )
    const normal = [...alone.latencies].sort((a, b) => a - b)
    const windows = hands.browsers.flatMap((browser) => Array.from({ length: 16 }, () => browser.another()))
    say('quatro vezes a capacidade: o excesso')
    const result = await offer({
      perSecond: 4 * alone.rate,
      seconds: duration,
      atMostWaiting: windows.length,
      act: async (place) => {
        const { status } = await the(windows, place).get(page())
        return status === 200 ? 'servido' : String(status)
      },
    })
    for (const window of windows) window.close()
    const begun = performance.now()
    let again = Number.NaN
    const limit = 2 * (normal[Math.floor(normal.length / 2)] ?? 50)
    while (Number.isNaN(again) && performance.now() - begun < 30_000) {
      const one = performance.now()
      await the(hands.browsers, 0).get(page())
      if (performance.now() - one <= limit) again = performance.now() - begun
    }
    return {
      m4Capacity: alone.rate,
      m4Goodput: (100 * countOf(result, 'servido')) / (result.elapsedMs / 1000) / alone.rate,
      m4Refused: countOf(result, '503'),
      m4Refused503Ms: p99Of(result, '503') ?? Number.NaN,
      m4Errors: countOf(result, 'erro'),
      m4TurnedAway: result.turnedAway,
      m4P99: (p99Of(result, 'servido') ?? 0) / (normal[Math.floor(normal.length * 0.99)] ?? 1),
      m4AgainMs: again,
    }
  },
}
