import { expect, test } from 'vitest'
import { sayWhen } from './say.ts'

test.each([
  ['2026-03-02T02:30:00Z', '2026-03-02T02:45:00Z', 'às 23:30'],
  ['2026-03-02T02:30:00Z', '2026-03-02T03:10:00Z', 'em 01/03 às 23:30'],
  ['2026-03-02T13:05:00Z', '2026-03-02T20:00:00Z', 'às 10:05'],
])('%s is told at %s by the clock of the page, whatever that of the computer: %s', (at, now, told) => {
  expect(sayWhen(new Date(at), new Date(now))).toBe(told)
})
