import { describe, expect, it } from 'vitest'
import { randomOf } from '../../tools/faults/random.ts'
import { farApart } from './kolmogorov-smirnov.ts'

const random = randomOf('tempo')
const sample = (shift: number) => Array.from({ length: 1_000 }, () => random.fraction() + random.fraction() + shift)

describe('two samples of time', () => {
  it('of one thing are seldom called two, and of two things always', () => {
    const same = Array.from({ length: 100 }, () => farApart(sample(0), sample(0)))
    expect(same.filter((p) => p <= 0.05).length).toBeLessThan(12)
    expect(same.filter((p) => p <= 0.5).length).toBeGreaterThan(30)
    expect(Array.from({ length: 20 }, () => farApart(sample(0), sample(0.15))).every((p) => p <= 0.01)).toBe(true)
  })

  it.each([
    // Critical distances of the tables for two samples of a thousand: 0.0608 at 5 %, 0.0729 at 1 %.
    [0.0608, 0.05],
    [0.0729, 0.01],
  ])('at a distance of %d the likelihood is about %d', (distance, likely) => {
    const even = Array.from({ length: 1_000 }, (_, n) => n)
    const moved = even.map((n) => n + distance * 1_000)
    expect(farApart(even, moved)).toBeGreaterThan(likely * 0.8)
    expect(farApart(even, moved)).toBeLessThan(likely * 1.2)
  })
})
