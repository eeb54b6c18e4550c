import { describe, expect, test } from 'vitest'
import { monthsBetween } from './date-labels.rules.ts'

describe('the months that cover a stretch of days', () => {
  test.each([
    ['2025-01-10', '2025-01-20', ['2025-01']],
    ['2024-11-30', '2025-02-01', ['2024-11', '2024-12', '2025-01', '2025-02']],
    ['2023-12-31', '2025-01-01', ['2023-12', '2024', '2025-01']],
    ['2026-10-05', undefined, ['2026-10', '2026-11', '2026-12']],
    ['2025-03-01', '2025-02-01', []],
  ])('from %s to %s: %j', (from, to, expected) => {
    expect(monthsBetween(from, to, '2026-11-22')).toEqual(expected)
  })

  test('an open beginning reaches back to all years', () => {
    expect(monthsBetween(undefined, '1902-01-31', '2026-11-22')).toEqual(['1900', '1901', '1902-01'])
  })
})
