import { describe, expect, it, test } from 'vitest'
import { parseLocalDate } from '../../platform/calendar/index.ts'
import { dueDay, isLate, isSettled, itemStates, progressOf } from './item-state.rules.ts'

const day = (text: string) => parseLocalDate(text) ?? expect.fail(text)

describe('an item of a plan', () => {
  test.each([
    [null, false],
    ['under-way', false],
    ['paused', false],
    ['problem', false],
    ['finished', true],
    ['not-applicable', true],
    ['disregarded', true],
  ] as const)('in state %s is settled: %s', (state, settled) => {
    expect(isSettled(state)).toBe(settled)
    expect(isLate(state, day('2026-03-10'), day('2026-03-11'))).toBe(!settled)
  })

  test.each([
    ['2026-03-09', false],
    ['2026-03-10', false],
    ['2026-03-11', true],
  ] as const)('due on the 10th is late on %s: %s', (today, late) => {
    expect(isLate('under-way', dueDay(day('2026-03-01'), 9), day(today))).toBe(late)
  })

  it('without a term is never late', () => {
    expect(itemStates.some((state) => isLate(state, dueDay(day('2020-01-01'), null), day('2026-01-01')))).toBe(false)
  })

  it('counts as done where nothing more is expected', () => {
    expect(progressOf([null, 'finished', 'problem', 'disregarded'])).toEqual({ settled: 2, all: 4 })
  })
})
