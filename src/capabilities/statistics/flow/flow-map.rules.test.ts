import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxHeight, boxWidth, drawFlow, type FlowArrow, type FlowUnit } from './flow-map.rules.ts'

const unit = (unitId: string, stays = 1, opened = 0): FlowUnit => ({
  unitId,
  acronym: unitId,
  stays,
  opened,
  meanSeconds: 0,
  concluded: 0,
})
const arrow = (fromId: string, toId: string, count: number): FlowArrow => ({ fromId, toId, count })

describe('the map of a flow', () => {
  it('begins where most case files begin and goes where most of them go; returns are drawn as such', () => {
    const map = drawFlow(
      [unit('GS', 9), unit('ASSES', 8), unit('PROT', 10, 10)],
      [arrow('PROT', 'ASSES', 3), arrow('PROT', 'GS', 7), arrow('GS', 'ASSES', 5), arrow('ASSES', 'GS', 2)],
    )
    expect(map.units.map(({ unitId }) => unitId)).toEqual(['PROT', 'GS', 'ASSES'])
    expect(map.arrows.map(({ from, to, back }) => `${from} ${to}${back ? ' de volta' : ''}`)).toEqual([
      'PROT GS',
      'GS ASSES',
      'PROT ASSES',
      'ASSES GS de volta',
    ])
    expect(map.arrows.map(({ width }) => width)).toEqual([5, 3.9, 2.7, 2.1])
  })

  it('draws the busiest units and says how many are left to the table', () => {
    const units = Array.from({ length: 15 }, (_, index) => unit(`U${index}`, index))
    const map = drawFlow(units, [arrow('U14', 'U13', 1), arrow('U14', 'U0', 9)])
    expect(map.units).toHaveLength(12)
    expect(map.leftOut).toEqual({ units: 3, arrows: 1 })
  })

  it('is drawn the same whatever the order of the rows, within its frame, and no two units on one place', () => {
    const ids = ['A', 'B', 'C', 'D', 'E', 'F']
    const world = fc.record({
      units: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), stays: fc.nat(9), opened: fc.nat(3) }), {
        selector: ({ id }) => id,
      }),
      arrows: fc.uniqueArray(
        fc.record({
          fromId: fc.constantFrom(...ids),
          toId: fc.constantFrom(...ids),
          count: fc.integer({ min: 1, max: 99 }),
        }),
        { selector: ({ fromId, toId }) => fromId + toId },
      ),
    })
    fc.assert(
      fc.property(world, ({ units, arrows }) => {
        const known = units.map(({ id, stays, opened }) => unit(id, stays, opened))
        const map = drawFlow(known, arrows)
        expect(drawFlow([...known].reverse(), [...arrows].reverse())).toEqual(map)
        expect(new Set(map.units.map(({ y }) => y)).size).toBe(known.length)
        for (const { x, y } of map.units) {
          expect(x + boxWidth).toBeLessThanOrEqual(map.width)
          expect(y + boxHeight).toBeLessThanOrEqual(map.height)
        }
        for (const { path, label } of map.arrows) {
          expect(path).not.toMatch(/NaN|undefined/)
          expect(label.x).toBeGreaterThan(0)
          expect(label.x).toBeLessThan(map.width)
        }
      }),
    )
  })
})
