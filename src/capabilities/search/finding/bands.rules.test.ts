import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandsNewestFirst } from './bands.rules.ts'

const bits: Record<string, number> = { b0: 12, b1: 15, b2: 18 }

function stretch(label: string): { first: number; last: number } {
  const [level = '', number = ''] = label.split(':')
  const size = 2 ** (bits[level] ?? 0)
  return { first: Number(number) * size, last: Number(number) * size + size - 1 }
}

it('every id up to the highest is looked at once, the newest first', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(10_000), fc.nat(5_000_000), fc.nat(300_000_000)), (highest) => {
      const stretches = bandsNewestFirst(highest).map(stretch)
      expect(stretches[0]?.last).toBeGreaterThanOrEqual(highest)
      expect(stretches.at(-1)?.first).toBe(0)
      stretches.slice(1).forEach((one, index) => {
        expect(one.last).toBe((stretches[index]?.first ?? 0) - 1)
      })
    }),
    { numRuns: 200 },
  )
})

it('the newest are few, so that a frequent word ends the search early', () => {
  expect(bandsNewestFirst(1_000_000).slice(0, 2)).toEqual(['b0:244', 'b0:243'])
  expect(bandsNewestFirst(1_000_000).length).toBeLessThanOrEqual(20)
  expect(bandsNewestFirst(0)).toEqual(['b0:0'])
})
