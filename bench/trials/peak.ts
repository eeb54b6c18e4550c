import { the } from '../acts/act.ts'
import { openIn, write } from '../acts/open-case.ts'
import { longText, searches } from '../acts/texts.ts'
import { expectStatus } from '../http-client.ts'
import { archiveCount, at } from '../world/registers.ts'
import { digitsOf } from '../world/world.queries.ts'
import { countOf, offer, p99Of } from './offered.ts'
import type { Trial } from './trial.ts'

/** Five times the peak of PRF, in requests a second; of eighty, four search and sixteen write. */
const perSecond = 315

/** M3: what people wait for when five times the peak comes, whether or not the program keeps up. */
export const peak: Trial = {
  name: 'pico',
  title: 'cinco vezes o pico da PRF',
  async run({ hands, seconds, say }) {
    say('cinco vezes o pico da PRF')
    const duration = Math.max(4, seconds * 10)
    // Several windows for each person: who waits at one looks at another.
    const windows = hands.browsers.flatMap((browser) => [browser.another(), browser.another(), browser.another()])
    const asked = searches(3)
    const house = (n: number) => `/em/${at.archive((n % hands.browsers.length) % archiveCount)}`
    const cases = await Promise.all(hands.browsers.map((browser, worker) => openIn(browser, house(worker), hands)))
    const see = async (n: number, path: string) =>
      expectStatus(await the(windows, n).get(path), 200, path) && (path.includes('pesquisa') ? 'pesquisa' : 'leitura')
    const result = await offer({
      perSecond,
      seconds: duration,
      atMostWaiting: 2_000,
      act: async (n) => {
        const person = Math.floor((n % windows.length) / 3)
        const place = n % 80
        if (place % 20 === 7) return see(n, `/em/${at.desk}/pesquisa?ordem=data&q=${encodeURIComponent(the(asked, n))}`)
        // One in twenty writes a document in three requests: of eighty requests sixteen write.
        if (place % 20 === 3) {
          await write(the(windows, n), house(person), the(cases, person), hands, longText)
          return 'escrita'
        }
        if (place % 3 === 0) return see(n, `/em/${at.desk}/mesa`)
        return see(n, `/em/${at.desk}/processos/${digitsOf(1, 1 + ((n * 7919) % 10_000))}`)
      },
    })
    for (const window of windows) window.close()
    return {
      m3Reads: p99Of(result, 'leitura') ?? 0,
      m3Writes: p99Of(result, 'escrita') ?? 0,
      m3Searches: p99Of(result, 'pesquisa') ?? 0,
      m3Errors: countOf(result, 'erro'),
      m3Rate: [...result.took].reduce((sum, [, list]) => sum + list.length, 0) / (result.elapsedMs / 1000),
    }
  },
}
