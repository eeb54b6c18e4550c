import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compareRatios, rankAgencies, roundHalfUp } from './index.rules.ts'

const agency = (acronym: string, users: number | undefined, bornDigital: number, digitized: number) => ({
  acronym,
  users,
  bornDigital,
  digitized,
})

describe('R1 rounding', () => {
  test.each([
    [9212, 490, 1, 1, '18,8'],
    [12_020, 1117, 1, 1, '10,8'],
    [994, 142, 1, 1, '7,0'],
    [1, 20, 1, 1, '0,1'],
    [1, 21, 1, 1, '0,0'],
    [908, 1267, 100, 0, '72'],
    [1, 200, 100, 0, '1'],
    [1, 201, 100, 0, '0'],
    [0, 5, 100, 0, '0'],
    [5, 5, 100, 0, '100'],
  ])('%i / %i times %i with %i decimals is %s', (numerator, denominator, factor, decimals, text) => {
    expect(roundHalfUp({ numerator, denominator }, factor, decimals)).toBe(text)
  })

  it('is never further than half a unit from the exact ratio, and a half goes up', () => {
    const count = fc.integer({ min: 0, max: 2_000_000_000 })
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 2_000_000_000 }), (numerator, denominator) => {
        const tenths = BigInt(roundHalfUp({ numerator, denominator }, 1, 1).replace(',', ''))
        const [doubled, unit] = [20n * BigInt(numerator), 2n * BigInt(denominator)]
        expect(tenths * unit - doubled <= BigInt(denominator)).toBe(true)
        expect(doubled - tenths * unit < BigInt(denominator)).toBe(true)
      }),
    )
  })
})

describe('R1 the order', () => {
  it('is that of the exact ratio even where what is shown is the same', () => {
    const rows = [agency('SEESP', 9, 896, 631), agency('SEAP', 9, 20_357, 14_056), agency('SES', 9, 7124, 4896)]
    const ranking = rankAgencies('born-digital', rows, 0)
    expect(ranking.rows.map(({ position, counts, index }) => [position, counts.acronym, index])).toEqual([
      [1, 'SES', '59%'],
      [2, 'SEAP', '59%'],
      [3, 'SEESP', '59%'],
    ])
  })

  it('of equal ratios is that of the acronyms', () => {
    const rows = [agency('B', 4, 2, 2), agency('Á', 2, 1, 1), agency('C', 1, 1, 0)]
    expect(rankAgencies('utilization', rows, 0).rows.map(({ counts }) => counts.acronym)).toEqual(['Á', 'B', 'C'])
  })

  it('does not depend on the order in which agencies come, and loses none', () => {
    const some = fc.uniqueArray(
      fc.record({
        acronym: fc.stringMatching(/^[A-Z]{2,6}$/),
        users: fc.option(fc.nat(50), { nil: undefined }),
        bornDigital: fc.nat(20),
        digitized: fc.nat(20),
      }),
      { selector: ({ acronym }) => acronym, maxLength: 12 },
    )
    fc.assert(
      fc.property(some, fc.constantFrom('utilization' as const, 'born-digital' as const), (rows, name) => {
        const ranking = rankAgencies(name, rows, 3)
        expect(rankAgencies(name, [...rows].reverse(), 3)).toEqual(ranking)
        expect(ranking.rows.length + ranking.unknown.length).toBe(rows.length)
        const places = ranking.rows.flatMap(({ position }) => position ?? [])
        expect(places).toEqual(places.map((_, index) => index + 1))
      }),
    )
  })

  it('compares fractions that floating point takes for equal', () => {
    const [a, b] = [
      { numerator: 2_000_000_001, denominator: 2_000_000_003 },
      { numerator: 1_999_999_999, denominator: 2_000_000_001 },
    ]
    expect([compareRatios(a, b), compareRatios(b, a), compareRatios(a, a)]).toEqual([1, -1, 0])
  })
})

describe('R2 without anything to divide by', () => {
  it('the index is a dash and there is no position', () => {
    const rows = [agency('COM', 2, 1, 1), agency('SEM', 0, 0, 0)]
    for (const name of ['utilization', 'born-digital'] as const) {
      expect(rankAgencies(name, rows, 0).rows.map(({ position, index }) => [position, index])).toEqual([
        [1, name === 'utilization' ? '1,0' : '50%'],
        [undefined, '—'],
      ])
    }
  })

  it('an agency smaller than the definition asks for keeps its index and has no position', () => {
    const [row] = rankAgencies('utilization', [agency('PEQ', 9, 9, 9)], 10).rows
    expect([row?.position, row?.index]).toEqual([undefined, '2,0'])
  })

  it('what is not known is not zero: it is named and not ranked', () => {
    const rows = [
      agency('A', undefined, 1, 1),
      { acronym: 'I', users: 10, bornDigital: undefined, digitized: undefined, impliedDocuments: 66 },
    ]
    expect(rankAgencies('utilization', rows, 0)).toMatchObject({
      rows: [{ implied: true, index: '6,6' }],
      unknown: ['A'],
    })
    expect(rankAgencies('born-digital', rows, 0)).toMatchObject({
      rows: [{ implied: false, index: '50%' }],
      unknown: ['I'],
    })
  })
})
