import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../../src/platform/log/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { password } from '../support/world.ts'
import { buildWorld } from './build-world.ts'
import { openPeople, type People } from './people.ts'
import { aPlan } from './plan.ts'
import { parametersOf, type RouteKey, routesOf } from './routes.ts'
import { apart, surfaces } from './surfaces.ts'
import type { BundleTold, Word } from './told.ts'
import { openTrial } from './trial.ts'
import { tryAttempts } from './try-attempts.ts'
import { tryBatches } from './try-batches.ts'
import { tryBulletin } from './try-bulletin.ts'
import { tryCodes } from './try-codes.ts'
import { tryCopies } from './try-copies.ts'
import { tryDigests } from './try-digests.ts'
import { tryFigures } from './try-figures.ts'
import { tryLaggingSearch, tryLists } from './try-lists.ts'
import { tryLooks } from './try-looks.ts'
import { giveEveryCaseFileAPlan } from './try-plans.ts'
import { tryPublic } from './try-public.ts'
import { tryBin, tryTeam } from './try-team.ts'
import { tryTeamLists } from './try-team-lists.ts'
import { waiting } from './waiting.ts'

/** `CARIMBO_MUNDOS=20` makes so many worlds and asks for everything in each; `CARIMBO_SEMENTE` repeats a run. Unasked, the same worlds each time. */
const asked = Number(process.env.CARIMBO_MUNDOS ?? 0)
const worlds = asked || 2
const seed = Number(process.env.CARIMBO_SEMENTE ?? (asked ? Date.now() % 2_147_483_647 : 1))

/** `CARIMBO_ACHADOS`: a file to which the deeds of each world and all that was wrong in it are written. */
const found = process.env.CARIMBO_ACHADOS
const lines: string[] = []
let house: TestHouse
let people: People
const permissions = new Map<string, ReadonlySet<string>>()
beforeAll(async () => {
  house = await openTestHouse({ log: openLog('trace', { write: (line) => lines.push(line) }) })
  people = await openPeople(house)
  await giveEveryCaseFileAPlan(house)
  for (const { login, unit, actor } of people.makers) permissions.set(`${login} ${unit}`, actor.permissions)
})
afterAll(() => house.close())

describe('T-29 every address', () => {
  it('that the program answers has its row in the table of surfaces, and no row is of an address that is gone', () => {
    const known = (route: RouteKey) => route in surfaces || apart.some((pattern) => pattern.test(route))
    const routes = routesOf(house.app)
    expect(routes.length).toBeGreaterThan(150)
    expect(routes.filter((route) => !known(route) && !waiting.has(route))).toEqual([])
    expect([...waiting].filter((route) => known(route) || !routes.includes(route))).toEqual([])
    expect(Object.keys(surfaces).filter((route) => !routes.includes(route as RouteKey))).toEqual([])
  })

  it('that names something is tried, unless its row says why not', () => {
    const untried = Object.entries(surfaces).filter(([, surface]) => 'apart' in surface)
    const naming = untried.filter(([route]) => parametersOf(route as RouteKey).length > 0)
    expect(
      naming
        .map(([route]) => route)
        .filter(
          (route) =>
            !/textos-(padrao|institucionais)|auditoria\/(regras|prazos|titulares)|agenda\/autoridades|expedicao\/(regras|retornos)|grupos|contatos|base-de-conhecimento/.test(
              route,
            ),
        ),
    ).toEqual([])
  })
})

describe('P1 in any world', () => {
  it(
    'every surface tells each reader exactly what the oracle says they may read',
    async () => {
      console.info(`access: ${worlds} worlds from seed ${seed}${asked ? ', everything asked for' : ''}`)
      const told = { words: new Map<string, Word>(), everyBundle: [] as BundleTold[] }
      const tried = new Map<RouteKey, number>()
      const size = asked ? { caseFiles: 7, deeds: 40 } : { caseFiles: 5, deeds: 18 }
      await fc.assert(
        fc.asyncProperty(aPlan(size), async (plan) => {
          const world = await buildWorld(house, people, plan, told)
          const trial = openTrial(house, world, { tried, permissions, seed, thorough: asked > 0 })
          await tryLaggingSearch(trial)
          await house.workOff()
          for (const tryAll of [
            ...[tryLooks, tryLists, tryTeamLists, tryTeam, tryBin, tryFigures],
            ...[tryDigests, tryCodes, tryPublic, tryCopies, tryBatches, tryAttempts],
            tryBulletin,
          ])
            await tryAll(trial)
          if (found) appendFileSync(found, `${JSON.stringify([...world.done])}\n${trial.wrong.join('\n')}\n`)
          expect(trial.wrong).toEqual([])
        }),
        { seed, numRuns: worlds, endOnFailure: true },
      )
    },
    600_000 + worlds * 120_000,
  )
})

describe('T-34 the log of it all', () => {
  it('names no word of any text, no number of a case file and no secret', () => {
    const told = lines.join('\n')
    const secrets = [...people.makers, ...people.hurried].flatMap(({ caller }) => [caller.csrf, caller.sessionHash])
    expect(told).not.toMatch(/zq[bcdfghjklm]{6}qz/)
    expect(told).not.toMatch(/\d{5}\.\d{6}\/\d{4}-\d{2}/)
    expect([password, ...secrets].filter((secret) => told.includes(secret))).toEqual([])
  })
})
