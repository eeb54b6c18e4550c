import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '../access/routes.ts'
import { type Attack, openAttack } from './attack.ts'
import { lookAgain, lookInBrowser } from './look-again.ts'
import { queryNamesOfTheProgram } from './query-names.ts'
import { tellAttack, tellLongForm } from './report.ts'
import { tryAddresses } from './try-addresses.ts'
import { tryEditor } from './try-editor.ts'
import { tryFiles } from './try-files.ts'
import { tryForgedForms, tryForms } from './try-forms.ts'
import { tryMutated } from './try-mutated.ts'
import { tryPatterns } from './try-patterns.ts'
import { tryRequests } from './try-requests.ts'

/** `bin/hostile --rounds N --seed S` asks for more of everything; unasked, a little of everything, the same each time. */
const rounds = Number(process.env.CARIMBO_RODADAS_HOSTIS ?? 0)
const seed = process.env.CARIMBO_SEMENTE_HOSTIL ?? 'cera'
const asked = rounds > 0

/** `bin/hostile --uploads 10000` sends so many files made by chance, and nothing else. */
const uploads = Number(process.env.CARIMBO_ENVIOS_HOSTIS ?? 0)

/** `bin/hostile` tells the report by itself, when all has ended. */
const reportFile = process.env.CARIMBO_RELATO_HOSTIL
const tell = (report: string) => (reportFile ? writeFileSync(reportFile, report) : console.info(report))

let attack: Attack
beforeAll(async () => {
  attack = await openAttack(seed)
}, 300_000)
afterAll(() => attack.close())

describe('T-19 … T-28 whatever is sent in bad faith', () => {
  it.skipIf(uploads > 0)('reaches every address of the program', () => {
    const routes = routesOf(attack.house.app).filter((route) => !route.includes('*'))
    const reached = new Set(attack.targets.map(({ route }) => route))
    expect(routes.length).toBeGreaterThan(300)
    expect(routes.filter((route) => !reached.has(route))).toEqual([])
  })

  it.skipIf(uploads > 0)(
    'is refused in plain words: nothing breaks, hangs, runs, tells of its inside or calls anybody',
    async () => {
      const queryNames = queryNamesOfTheProgram()
      let looked = 0
      for (let round = 0; round < Math.max(rounds, 1); round++) {
        await tryForgedForms(attack)
        await tryRequests(attack)
        await tryAddresses(attack, { each: asked ? 3 : 0, queryNames })
        await tryEditor(attack, asked ? { share: 1, spoil: 20 } : { share: 0.12, spoil: 1 })
        await tryFiles(attack, { each: asked ? 8 : 1, deal: round, swollenBytes: asked ? 200_000_000 : 20_000_000 })
        await tryPatterns(attack, asked ? { forms: 40, strings: 6 } : { forms: 4, strings: 3 })
        await tryForms(attack, asked ? 6 : 1)
        await lookAgain(attack, asked)
        looked += await lookInBrowser(attack, asked ? 25 : 4)
      }
      tell(tellAttack(attack, seed, looked))
      expect([...attack.faults]).toEqual([])
      expect(attack.trap.calls()).toEqual([])
      expect(attack.lostErrors).toEqual([])
      if (asked) expect(attack.memory.most - attack.memory.atFirst).toBeLessThan(512 * 1_048_576)
    },
    120_000 + rounds * 1_200_000,
  )

  it(
    'T-19 breaks nothing as a file made by chance, and never acts where it is served',
    async () => {
      const { forms, taken, served } = await tryMutated(attack, uploads || 30)
      const { faults, memory, tallies, trap, lostErrors } = attack
      const grown = memory.most - memory.atFirst
      if (uploads > 0)
        tellLongForm(
          `T-19: ${uploads} files to ${forms} forms, ${taken} taken, ${served} served again; ${JSON.stringify(tallies.get('uploads')?.answers)}; memory ${Math.round(grown / 1_048_576)} MB more at most; faults ${faults.size}`,
        )
      expect(taken).toBeGreaterThan(0)
      expect([...faults]).toEqual([])
      expect(trap.calls()).toEqual([])
      expect(lostErrors).toEqual([])
      if (uploads >= 500) expect(grown).toBeLessThan(512 * 1_048_576)
    },
    120_000 + uploads * 1_500,
  )
})
