import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { CampaignReport } from './campaign.ts'
import { type Finder, findDamage, type Place, placesOf } from './damaged-places.ts'
import { judge, verify } from './judge.ts'
import { prepareHouse } from './prepare-house.ts'
import { openProgram } from './program.ts'
import { randomOf } from './random.ts'
import { password, startWriters } from './start-writers.ts'
import { turnBit } from './turn-bit.ts'

export interface FlipSetup {
  readonly flips: number
  readonly writers: number
  readonly seed: string
  /** How long people write before the house is stopped, at least and at most. */
  readonly roundMs: readonly [number, number]
  readonly patienceMs: number
  readonly say: (sentence: string) => void
}

/** How many bits were turned of each kind of place, and who named them. */
export interface Flips {
  readonly places: Readonly<Record<Place['kind'], number>>
  readonly finders: Readonly<Record<Finder, number>>
}

/**
 * People write for a while; then the house is stopped, one bit of what it keeps is turned, and it is started again: whoever
 * reads everything at night, or proves the history, must name the place. Then the bit is turned back, and another one follows.
 */
export async function runBitFlips(setup: FlipSetup): Promise<CampaignReport> {
  const { say, seed } = setup
  const house = await prepareHouse(setup.writers, password)
  const program = await openProgram({ dataFolder: house.dataFolder })
  const random = randomOf(`${seed} flips`)
  let sound = false
  const ending = [program.abandon]
  try {
    await program.start()
    const writers = startWriters(program, house, seed)
    ending.push(writers.abandon)
    await wait(random.whole(...setup.roundMs))
    await writers.finish()
    const found = await verify(program, house, setup.patienceMs)
    const problems = await judge(program, found, house.dataFolder)
    const places = await placesOf(house.dataFolder)
    const flips = {
      places: { file: 0, table: 0, index: 0, pages: 0, heads: 0 },
      finders: { scrub: 0, history: 0, server: 0 },
    }
    for (let n = 1; n <= setup.flips; n++) {
      // Of each kind as many: a page of a table is not to be drowned by thousands of files.
      const kind = random.pick(['file', 'file', 'table', 'table', 'index', 'index', 'pages', 'heads'] as const)
      const place = random.pick(places.filter((one) => one.kind === kind))
      const at = random.whole(0, place.size - 1)
      const back = turnBit(place.path, at, random.whole(0, 7))
      const finder = await findDamage(house.dataFolder, place)
      back()
      flips.places[kind] += 1
      if (finder) flips.finders[finder] += 1
      else problems.push(`bit trocado e não achado: ${place.what}, byte ${at}`)
      say(`${n}. ${place.what}, byte ${at}: ${finder ? finderNames[finder] : 'NÃO ACHADO'}.`)
    }
    const left = await findDamage(house.dataFolder)
    if (left) problems.push('a casa não está íntegra depois de desfeitas as trocas')
    sound = problems.length === 0
    return {
      seed,
      kills: { application: 0, database: 0, both: 0 },
      flips,
      slowestRecoveryMs: 0,
      failpointsReached: 0,
      acts: found.acts,
      house: found.house,
      unexplained: program.unexplained,
      problems,
    }
  } finally {
    for (const end of ending) end()
    if (sound) await rm(dirname(house.dataFolder), { recursive: true, force: true, maxRetries: 5 })
    else say(`A pasta fica para exame: ${dirname(house.dataFolder)}`)
  }
}

export const finderNames: Readonly<Record<Finder, string>> = {
  scrub: 'achado pela releitura',
  history: 'achado pela prova do histórico',
  server: 'recusado pelo banco, que diz o nome',
}
