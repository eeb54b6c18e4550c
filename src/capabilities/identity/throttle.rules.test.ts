import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { coolDownUntil, failuresCountFor } from './throttle.rules.ts'

const start = Date.parse('2026-03-10T12:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000)
/** Minutes still to wait at a moment, after failures at these minutes. */
const waitAt = (moment: number, ...failures: number[]) => {
  const until = coolDownUntil(failures.map(at), at(moment))
  return until && (until.getTime() - at(moment).getTime()) / 60_000
}

describe('after wrong passwords', () => {
  test.each([
    ['none', 0, [], undefined],
    ['four', 4, [0, 1, 2, 3], undefined],
    ['five in fifteen minutes: one minute', 4, [0, 1, 2, 3, 4], 1],
    ['five at once', 0, [0, 0, 0, 0, 0], 1],
    ['five in exactly fifteen minutes', 15, [0, 3, 6, 9, 15], 1],
    ['five in more than fifteen minutes', 15.1, [0, 3, 6, 9, 15.1], undefined],
    ['five, the minute being over', 5, [0, 1, 2, 3, 4], undefined],
    ['a sixth: two minutes', 6, [0, 1, 2, 3, 4, 6], 2],
    ['a seventh: four', 9, [0, 1, 2, 3, 4, 6, 9], 4],
    ['a sixth just within rest and fifteen minutes', 20, [0, 1, 2, 3, 4, 20], 2],
    ['a sixth after rest and fifteen quiet minutes', 21, [0, 1, 2, 3, 4, 20.1], undefined],
    ['in any order', 6, [6, 4, 0, 3, 1, 2], 2],
  ])('%s', (_, moment, failures, wait) => {
    expect(waitAt(moment, ...failures)).toBe(wait)
  })

  it('the rest grows to an hour and no further, and stays there while somebody keeps trying', () => {
    const failures = [0, 0, 0, 0, 0]
    const rests: number[] = []
    for (let moment = 0; rests.length < 10; ) {
      const rest = waitAt(moment, ...failures) ?? 0
      rests.push(rest)
      moment += rest
      failures.push(moment)
    }
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
    expect(failuresCountFor / 60_000).toBeGreaterThan(rests.slice(0, 7).reduce((sum, rest) => sum + rest, 0))
  })

  it('what lies in the future, by a wrong clock, does not count', () => {
    expect(waitAt(0, 1, 2, 3, 4, 5)).toBeUndefined()
  })

  it('whoever keeps guessing gets fewer than forty tries a day', () => {
    const failures: Date[] = []
    let now = start
    while (now < start + 24 * 3_600_000) {
      const until = coolDownUntil(failures, new Date(now))
      if (until) now = until.getTime()
      else failures.push(new Date(now))
      if (!until) now += 1000
    }
    expect(failures.length).toBeLessThan(40)
  })

  it('one more failure never shortens the rest', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 15 })
    fc.assert(
      fc.property(minutes, (list) => {
        const sorted = [...list].sort((one, other) => one - other)
        const moment = (sorted.at(-1) ?? 0) + 0.5
        const before = waitAt(moment, ...sorted) ?? 0
        expect(waitAt(moment, ...sorted, moment) ?? 0).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})
