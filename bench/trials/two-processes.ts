import { the } from '../acts/act.ts'
import { startProgram } from '../house/program.ts'
import { type Browser, expectStatus, signIn } from '../http-client.ts'
import { round, sampleOf } from '../measure.ts'
import { at, loginOf, password } from '../world/registers.ts'
import { digitsOf } from '../world/world.queries.ts'
import type { Trial } from './trial.ts'

/** E5: the program has no processes of work below it; what scales is a second one on the same database. */
export const twoProcesses: Trial = {
  name: 'dois',
  title: 'dois programas no mesmo banco',
  async run({ hands, pids, seconds, say }) {
    say('dois programas no mesmo banco')
    const second = await startProgram({ CARIMBO_DADOS: hands.folder, CARIMBO_TRABALHOS: '0' })
    try {
      const others: Browser[] = []
      for (let place = 0; place < 8; place++) others.push(await signIn(second.url, loginOf(place), password))
      const both = others.map((one, place) => (place % 2 === 0 ? one : the(hands.browsers, place)))
      const one = hands.browsers.slice(0, 8)
      let n = 0
      const read = (browsers: readonly Browser[]) => async (worker: number) => {
        const path = `/em/${at.desk}/processos/${digitsOf(1, 1 + ((n++ * 7919) % 10_000))}`
        expectStatus(await the(browsers, worker).get(path), 200, path)
      }
      await round(read(others), 8, 2, pids)
      const [alone, together] = [[], []] as [Awaited<ReturnType<typeof round>>[], Awaited<ReturnType<typeof round>>[]]
      for (let turn = 0; turn < 3; turn++) {
        alone.push(await round(read(one), 8, seconds, pids))
        together.push(await round(read(both), 8, seconds, pids))
      }
      for (const browser of others) browser.close()
      return { e5One: sampleOf(alone).rate, e5Two: sampleOf(together).rate }
    } finally {
      await second.stop()
    }
  },
}
