import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBundle, stateOf } from '../../../test/support/builders-bundles.ts'
import { aCaseFile, actorOf } from '../../../test/support/builders-cases.ts'
import { aDraft } from '../../../test/support/builders-documents.ts'
import { signDocument } from '../../../test/support/builders-signatures.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { at, type Login } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/actor.ts'
import { findDocuments } from '../documents/index.ts'
import { moveBundle } from './moves/move-bundle.ts'
import type { Move } from './moves/moves.rules.ts'

/**
 * Whatever moves are tried, by whomever and in whatever order, the table of BLO-002 holds, and a unit reads what is in a
 * bundle exactly while it has it. The model below is written from the specification, without a word of the product.
 */
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

type Place = 'prot' | 'cofic' | 'asses' | 'gs'
const people: readonly (readonly [Login, Place])[] = [
  ['marina', 'prot'],
  ['carla', 'cofic'],
  ['ana', 'asses'],
  ['secretaria', 'gs'],
]
const which = fc.constantFrom<'signature' | 'meeting'>('signature', 'meeting')
const anything = fc.tuple(
  fc.nat({ max: people.length - 1 }),
  fc.constantFrom<Move>('make-available', 'cancel', 'return', 'conclude', 'reopen', 'delete'),
)
/** What is likely to be done: without it most walks would never leave home. */
const likely = fc.constantFrom<[number, Move]>(
  [0, 'make-available'],
  [0, 'make-available'],
  [1, 'return'],
  [2, 'return'],
  [0, 'cancel'],
  [0, 'conclude'],
  [0, 'reopen'],
)
const step = fc.record({ which, deed: fc.oneof({ weight: 3, arbitrary: likely }, anything) })

interface Model {
  state: 'Gerado' | 'Disponibilizado' | 'Retornado' | 'Concluído'
  /** Destinations that have it now. */
  has: Set<Place>
  waiting: Place[]
  everReturned: boolean
}
const inPortuguese = {
  generated: 'Gerado',
  available: 'Disponibilizado',
  returned: 'Retornado',
  concluded: 'Concluído',
} as const

it('R15 whatever is tried by whomever, the table holds, and who has no bundle reads nothing', async () => {
  const actors = await Promise.all(people.map(([login, place]) => actorOf(house, login, at[place])))
  let refused = 0
  let moved = 0
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 12, maxLength: 20 }), async (inOrder, steps) => {
      const world = await furnish(inOrder)
      for (const { which, deed } of steps) {
        const [who, move] = deed
        const [, place] = people[who] as (typeof people)[number]
        const model = world[which].model
        const expected = after(model, move, place, inOrder && which === 'signature')
        const outcome = await moveBundle(
          house.db,
          actors[who] as Actor,
          { number: world[which].number, move },
          house.platform.clock(),
        )
        expect([move, place, model.state, outcome?.done ?? false]).toEqual([
          move,
          place,
          model.state,
          expected !== undefined,
        ])
        if (expected) world[which].model = expected
        if (expected) moved += 1
        else refused += 1
        const state = (await stateOf(house, world[which].number)) as keyof typeof inPortuguese
        expect(inPortuguese[state]).toBe(world[which].model.state)
        await expectExactReading(world, actors)
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
  expect(moved).toBeGreaterThan(15)
  expect(refused).toBeGreaterThan(15)
}, 120_000)

/** What the specification makes of a move; undefined: refused. Nothing here is ever deleted: the bundles are not empty. */
function after(model: Model, move: Move, place: Place, inOrder: boolean): Model | undefined {
  const home = place === 'prot'
  const { state, has, waiting, everReturned } = model
  const back = everReturned ? 'Retornado' : 'Gerado'
  const nobody = { has: new Set<Place>(), waiting: [] }
  if (move === 'make-available' && home && (state === 'Gerado' || state === 'Retornado')) {
    const all: Place[] = ['cofic', 'asses']
    const now = inOrder ? all.slice(0, 1) : all
    return { ...model, state: 'Disponibilizado', has: new Set(now), waiting: inOrder ? all.slice(1) : [] }
  }
  if (move === 'cancel' && home && state === 'Disponibilizado') return { ...model, ...nobody, state: back }
  if (move === 'conclude' && home && (state === 'Gerado' || state === 'Retornado'))
    return { ...model, state: 'Concluído' }
  if (move === 'reopen' && home && state === 'Concluído') return { ...model, state: back }
  if (move === 'return' && has.has(place)) {
    const left = new Set([...has].filter((one) => one !== place))
    const [next, ...others] = waiting
    if (left.size === 0 && next) return { ...model, has: new Set([next]), waiting: others, everReturned: true }
    return { ...model, has: left, everReturned: true, state: left.size === 0 ? 'Retornado' : 'Disponibilizado' }
  }
  return undefined
}

/** Two restricted case files: a draft and a signed document in each; one bundle holds a draft, the other a case file. */
async function furnish(inOrder: boolean) {
  const [forSigning, forMeeting] = [
    await aCaseFile(house, { level: 'restricted' }),
    await aCaseFile(house, { level: 'restricted' }),
  ]
  const papers = async (digits: string) => {
    const draft = await aDraft(house, digits, { text: 'Minuta.' })
    const signed = await aDraft(house, digits, { text: 'Assinado.' })
    await signDocument(house, signed)
    return { draft, signed }
  }
  const [a, b] = [await papers(forSigning.digits), await papers(forMeeting.digits)]
  const outside = await aDraft(house, forSigning.digits, { text: 'Fora do bloco.' })
  const to = [at.cofic, at.asses]
  const fresh = (): Model => ({ state: 'Gerado', has: new Set(), waiting: [], everReturned: false })
  return {
    outside,
    signature: { number: await aBundle(house, { to, inOrder, documents: [a.draft] }), model: fresh(), ...a },
    meeting: {
      number: await aBundle(house, { kind: 'meeting', to, caseFiles: [forMeeting.digits] }),
      model: fresh(),
      ...b,
    },
  }
}

async function expectExactReading(world: Awaited<ReturnType<typeof furnish>>, actors: readonly Actor[]): Promise<void> {
  const { signature, meeting, outside } = world
  const numbers = [signature.draft, signature.signed, meeting.draft, meeting.signed, outside]
  const now = house.platform.clock()
  await Promise.all(
    people.map(async ([, place], index) => {
      const actor = actors[index] as Actor
      const rows = await house.db<{ id: string; readable: boolean }[]>`
        select d.id, documents.may_read(d, c, ${actor.userId}, ${actor.unitId}, false) as readable
          from unnest(${numbers}::bigint[]) with ordinality n(number, place)
          join documents.document d on d.number = n.number join cases.case_file c on c.id = d.case_file_id order by n.place`
      const ids = rows.map(({ id }) => id)
      const documents = await findDocuments(house.db, actor, ids, 'reading', now)
      const bySql = rows.map(({ readable }) => readable)
      const byGate = documents.map(({ readRefusals }) => readRefusals.length === 0)
      const home = place === 'prot'
      const [signs, meets] = [home || signature.model.has.has(place), home || meeting.model.has.has(place)]
      expect([place, bySql]).toEqual([place, [signs, signs, meets, meets, home]])
      expect([place, byGate]).toEqual([place, bySql])
    }),
  )
}
