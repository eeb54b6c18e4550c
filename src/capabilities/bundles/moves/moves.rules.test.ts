import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBundle } from '../../../../test/support/builders-bundles.ts'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import {
  type BundleAct,
  type BundleFacts,
  type BundleState,
  bundleTable,
  type Move,
  refusalsToDo,
  type Side,
  stateAfter,
} from './moves.rules.ts'

const states = ['generated', 'available', 'returned', 'concluded'] as const
const full: Omit<BundleFacts, 'state' | 'side'> = { kind: 'signature', itemCount: 1, destinationCount: 1 }

/** BLO-002, BLO-011, BLO-024: rows are acts, columns gerado, disponibilizado, retornado, concluído; G and R are the sides. */
const table: readonly (readonly [Move | BundleAct, string])[] = [
  ['make-available', 'G - G -'],
  ['cancel', '- G - -'],
  ['return', '- R - -'],
  ['conclude', 'G - G -'],
  ['reopen', '- - - G'],
  ['change', 'G - G -'],
  ['include', 'G - G -'],
  ['remove', 'G - G -'],
  ['annotate', 'G R G -'],
  ['signal', 'G R G -'],
  ['file', 'G GR G -'],
  ['sign', 'G R G -'],
]

describe('R2 what each side may do in each state', () => {
  it.each(table)('%s: %s', (act, cells) => {
    const found = states.map((state) =>
      (['generator', 'receiver'] as const)
        .filter((side) => refusalsToDo(act, { ...full, state, side }).length === 0)
        .map((side) => (side === 'generator' ? 'G' : 'R'))
        .join(''),
    )
    expect(found.map((cell) => cell || '-').join(' ')).toBe(cells)
  })

  it('an empty one is deleted, by who made it, and only as it was made', () => {
    const may = (facts: Partial<BundleFacts>) =>
      refusalsToDo('delete', { ...full, state: 'generated', side: 'generator', itemCount: 0, ...facts }).length === 0
    expect(may({})).toBe(true)
    expect(may({ itemCount: 1 })).toBe(false)
    expect(may({ side: 'receiver' })).toBe(false)
    for (const state of states.slice(1)) expect(may({ state })).toBe(false)
  })

  it('an empty one, or one that goes nowhere, is not made available', () => {
    const refusals = refusalsToDo('make-available', {
      kind: 'meeting',
      state: 'generated',
      side: 'generator',
      itemCount: 0,
      destinationCount: 0,
    })
    expect(refusals.map(({ kind }) => kind)).toEqual(['no-destination', 'empty'])
  })

  it('internal bundles go nowhere, and nothing in a meeting bundle is signed', () => {
    const at = { state: 'generated', side: 'generator', itemCount: 1, destinationCount: 1 } as const
    expect(refusalsToDo('make-available', { ...at, kind: 'internal' })).toMatchObject([{ kind: 'not-of-kind' }])
    expect(refusalsToDo('sign', { ...at, kind: 'meeting' })).toMatchObject([{ kind: 'not-of-kind' }])
    expect(refusalsToDo('conclude', { ...at, kind: 'internal' })).toEqual([])
  })
})

describe('R3 where a move leads', () => {
  it.each<[string, Move, boolean, boolean, number, BundleState | undefined]>([
    ['the last unit returns', 'return', true, true, 0, 'returned'],
    ['one of two returns', 'return', true, true, 1, 'available'],
    ['cancelled before anybody returned', 'cancel', false, true, 0, 'generated'],
    ['cancelled after one returned', 'cancel', true, true, 0, 'returned'],
    ['reopened, never returned', 'reopen', false, true, 0, 'generated'],
    ['reopened, returned once', 'reopen', true, true, 0, 'returned'],
    ['reopened, returned once, with no destination left', 'reopen', true, false, 0, 'generated'],
    ['concluded', 'conclude', true, true, 0, 'concluded'],
    ['deleted', 'delete', false, false, 0, undefined],
  ])('%s', (_what, move, wasReturned, hasDestinations, unitsLeft, state) => {
    expect(stateAfter(move, { wasReturned, hasDestinations, unitsLeft })).toBe(state)
  })
})

describe('R4 the same table in SQL', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.close())

  it('refuses every pair of states that no move of the table joins, and no other', async () => {
    const number = await aBundle(house)
    for (const from of states) {
      for (const to of states.filter((state) => state !== from)) {
        expect([from, to, await sqlLets(number, from, to)]).toEqual([from, to, joined(from, to)])
      }
    }
  })

  it('refuses a bundle that begins in the middle, and one that is available to nobody', async () => {
    const number = await aBundle(house)
    await expect(
      house.db`insert into bundles.bundle (number, kind, unit_id, description, state, created_at, created_by, changed_at)
        select 999, kind, unit_id, description, 'concluded', created_at, created_by, changed_at from bundles.bundle
         where number = ${number}`,
    ).rejects.toThrow(/begins as generated/)
    await expect(house.db`update bundles.bundle set state = 'available' where number = ${number}`).rejects.toThrow(
      /disagree/,
    )
  })

  /** Puts the bundle into the first state by force, and tries the step with the guards on. */
  async function sqlLets(number: string, from: BundleState, to: BundleState): Promise<boolean> {
    const undo = new Error('undo')
    try {
      await house.db.begin(async (trx) => {
        await trx`set local session_replication_role = replica`
        await trx`update bundles.bundle set state = ${from} where number = ${number}`
        await trx`set local session_replication_role = origin`
        await trx`update bundles.bundle set state = ${to} where number = ${number}`
        throw undo
      })
    } catch (error) {
      return error === undo
    }
    return false
  }

  function joined(from: BundleState, to: BundleState): boolean {
    const every = (['generator', 'receiver'] as const).flatMap(
      (side: Side) => bundleTable[from][side] as readonly Move[],
    )
    return every.some((move) =>
      [true, false].some((wasReturned) => {
        const reached = stateAfter(move, { wasReturned, hasDestinations: true, unitsLeft: 0 })
        return reached === to
      }),
    )
  }
})
