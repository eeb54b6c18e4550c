import { expect, test } from 'vitest'
import { otherWays } from './other-ways.rules.ts'

const ways = (q: string, total: number) => {
  const found = otherWays(q, total)
  return [...found.ways.map(({ kind, words }) => `${kind}: ${words}`), ...(found.wholeNumber ? ['whole'] : [])]
}

test.each<[q: string, total: number, ways: string[]]>([
  ['Ana Lúcia Freire', 0, ['signer: Ana Lúcia Freire', 'party: Ana Lúcia Freire']],
  ['“Davi D’Ávila”', 3, ['signer: Davi D’Ávila', 'party: Davi D’Ávila']],
  ['restituição', 0, []],
  ['Ana Lúcia Freire', 4, []],
  ['restitui*', 0, []],
  ['portaria 12', 0, []],
  ['um dois três quatro cinco seis sete oito nove', 0, []],
  ['', 0, []],
  ['12/2026', 0, ['whole']],
  ['000002/2026', 0, ['number-start: 0000022026', 'whole']],
  ['00312.000002/2026-4', 0, ['number-start: 0031200000220264', 'whole']],
  ['00312.000002/2026-4', 1, []],
  ['00312.000002/2026-44', 0, ['whole']],
])('%s, found %i times, is looked for in other ways: %j', (q, total, expected) => {
  expect(ways(q, total)).toEqual(expected)
})
