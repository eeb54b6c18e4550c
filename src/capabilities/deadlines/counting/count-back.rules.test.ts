import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, isWorkingDay, localDate } from '../../../platform/calendar/index.ts'
import { lastDayBefore } from './count-back.rules.ts'
import { dueOf } from './count-days.rules.ts'

const holidays = [{ date: localDate('2026-12-08'), name: 'Dia da Conceição' }]

it.each([
  ['2026-12-11', 2, '2026-12-09'],
  ['2026-12-10', 2, '2026-12-07'],
  ['2026-12-13', 2, '2026-12-09'],
  ['2026-12-08', 0, '2026-12-07'],
  ['2026-12-14', 1, '2026-12-11'],
])('what is due on %s leaves %i working days after %s', (due, days, day) => {
  expect(lastDayBefore(localDate(due), days, holidays)).toBe(day)
})

it('counted forward by the common rule, the days end in time, and from the next working day they would not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const due = addDays(localDate('2026-06-01'), offset)
      const day = lastDayBefore(due, days, holidays)
      const endOf = (from: typeof day) => dueOf({ from, days, counting: 'working' }, holidays)
      let next = addDays(day, 1)
      while (!isWorkingDay(next, holidays)) next = addDays(next, 1)
      expect([isWorkingDay(day, holidays), endOf(day) <= due, endOf(next) > due]).toEqual([true, true, true])
    }),
  )
})
