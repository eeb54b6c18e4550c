import { the } from '../acts/act.ts'
import { expectStatus } from '../http-client.ts'
import { at } from '../world/registers.ts'
import { samplesOf } from './samples.ts'
import type { Trial } from './trial.ts'

/** T1: the figures of the unit with the most case files, against counting all of them; and whether kept counts are right. */
export const figuresOfUnits: Trial = {
  name: 'estatistica',
  title: 'estatística da maior unidade',
  async run({ hands, seconds, say }) {
    say('estatística da maior unidade')
    const address = `/em/${at.archive(0)}/estatisticas`
    const took: number[] = []
    const end = performance.now() + seconds * 5_000
    do {
      const begun = performance.now()
      expectStatus(await the(hands.browsers, 0).get(address), 200, address)
      took.push(performance.now() - begun)
    } while (performance.now() < end && took.length < 100)
    const begun = performance.now()
    await hands.db`select unit_id, case_type_id, count(*) from cases.holding group by 1, 2`
    const raw = performance.now() - begun
    const [wrong] = await hands.db<{ wrong: number }[]>`select cases.recount_desks()::int as wrong`
    return { ...samplesOf('t1', took), t1Raw: raw, t1Wrong: wrong?.wrong ?? 0 }
  },
}
