import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellLongForm } from '../hostile/report.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { at } from '../support/world.ts'
import { type Caller, callerOf } from './caller.ts'
import { aHiddenCase, type HiddenCase } from './hidden-case.ts'
import { farApart } from './kolmogorov-smirnov.ts'
import { absentLike } from './twins.ts'

/** `bin/hostile --timing 1000`, on a quiet machine; in `npm test` time proves nothing, and nothing is measured. */
const samples = Number(process.env.CARIMBO_AMOSTRAS_DE_TEMPO ?? 0)
/** Of twenty addresses one in five would fall below 0.01 by chance: an address is measured again before it is named. */
const rounds = 3

let house: TestHouse
let hidden: HiddenCase
let ana: Caller
let visitor: Caller
beforeAll(async () => {
  if (samples === 0) return
  house = await openTestHouse()
  hidden = await aHiddenCase(house)
  ana = callerOf(house.app, await house.signIn('ana'))
  const anybody = house.visitor()
  await anybody.open('/')
  visitor = callerOf(house.app, anybody)
})
afterAll(() => house?.close())

describe.skipIf(samples === 0)('T-30 what is not there and what is not for you', () => {
  it(
    'take the same time',
    async () => {
      const problems: string[] = []
      for (const { name, caller, path, thing, body } of questions()) {
        const ps: number[] = []
        for (let round = 0; round < rounds && (ps.at(-1) ?? 0) <= 0.01; round++) {
          const times = await interleaved(
            async (one) => {
              const url = path(one)
              await (body ? caller.post(url, body(one)) : caller.get(url))
            },
            [thing, absentLike(thing)],
          )
          ps.push(farApart(...times))
        }
        tellLongForm(`T-30 ${name}: ${samples} samples each, p = ${ps.map((p) => p.toFixed(3)).join(', then ')}`)
        if ((ps.at(-1) ?? 0) <= 0.01) problems.push(`${name}: p = ${ps.join(', ')}`)
      }
      expect(problems).toEqual([])
    },
    samples * 60_000,
  )
})

function questions() {
  const here = `/em/${at.asses}`
  const { digits, signed, number, copyId } = hidden
  const get = (name: string, caller: Caller, thing: string, path: (one: string) => string) => ({
    ...{ name, caller, thing, path },
    body: undefined as ((one: string) => Readonly<Record<string, string>>) | undefined,
  })
  return [
    get('case file', ana, digits, (one) => `${here}/processos/${one}`),
    get('history of a case file', ana, digits, (one) => `${here}/processos/${one}/andamento`),
    get('document', ana, signed, (one) => `${here}/documentos/${one}`),
    get('PDF of a document', ana, signed, (one) => `${here}/documentos/${one}/pdf`),
    get('copy of a case file', ana, copyId, (one) => `${here}/exportacoes/${one}`),
    get('search by number', ana, number, (one) => `${here}/pesquisa?q=${encodeURIComponent(one)}`),
    get('public consultation of a case file', visitor, digits, (one) => `/consulta/${one}`),
    get('public consultation by number', visitor, number, (one) => `/consulta?q=${encodeURIComponent(one)}`),
    get('authenticity by wrong code', visitor, signed, (one) => `/autenticidade?codigo=${one}&crc=00000000`),
    {
      ...get('closing a case file', ana, digits, () => `${here}/conclusao`),
      body: (one: string) => ({ processo: one }),
    },
  ]
}

/** Both asked so many times, in turn, the one that comes first changing by chance: what else the machine does strikes both. */
async function interleaved(
  ask: (thing: string) => Promise<void>,
  things: readonly [hidden: string, absent: string],
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []]
  for (let n = -20; n < samples; n++) {
    const first = Math.random() < 0.5 ? 0 : 1
    for (const place of [first, 1 - first] as (0 | 1)[]) {
      const began = performance.now()
      await ask(things[place])
      if (n >= 0) times[place].push(performance.now() - began)
    }
  }
  return times
}
