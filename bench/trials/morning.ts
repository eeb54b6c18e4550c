import { the } from '../acts/act.ts'
import { expectStatus, signIn } from '../http-client.ts'
import { quantile, round } from '../measure.ts'
import { at, loginOf, password, peopleCount } from '../world/registers.ts'
import { countOf, offer, p99Of } from './offered.ts'
import type { Trial } from './trial.ts'

/** People who sign in each second: 20,032 within a quarter of an hour. */
const perSecond = 22.3

/** L1: the desk while everybody signs in, each from an address of their own. */
export const morning: Trial = {
  name: 'manha',
  title: 'a entrada da manhã',
  async run({ hands, pids, seconds, say }) {
    const duration = Math.max(4, seconds * 6)
    const reading = async (worker: number) => {
      expectStatus(await the(hands.browsers, worker).get(`/em/${at.desk}/mesa`), 200, 'the desk')
    }
    // A desk now and then, as people look at it: the question is whether it waits for passwords, not how many go through.
    const paced = async (worker: number) => {
      await reading(worker)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    say('a entrada da manhã: mesa sem ninguém entrando')
    const without = await p99While(paced, duration / 2, pids)
    say('a entrada da manhã: 22 pessoas por segundo')
    const [during, entered] = await Promise.all([
      p99While(paced, duration, pids),
      offer({
        perSecond,
        seconds: duration,
        atMostWaiting: 400,
        act: async (n) => {
          const browser = await signIn(
            hands.url,
            loginOf(n % peopleCount),
            password,
            `10.1.${(n >> 8) & 255}.${n & 255}`,
          )
          browser.close()
          return 'entrou'
        },
      }),
    ])
    const asked = Math.floor(perSecond * duration)
    return {
      l1Served: (100 * countOf(entered, 'entrou')) / Math.max(asked, 1),
      l1P99: p99Of(entered, 'entrou') ?? 0,
      l1Desk: during,
      l1DeskWithout: without,
    }
  },
}

/** Includes the pause, which is taken off. */
async function p99While(work: (worker: number) => Promise<void>, seconds: number, pids: Parameters<typeof round>[3]) {
  const { latencies } = await round(work, 4, seconds, pids)
  return quantile(
    latencies.map((one) => Math.max(0, one - 100)).sort((a, b) => a - b),
    0.99,
  )
}
